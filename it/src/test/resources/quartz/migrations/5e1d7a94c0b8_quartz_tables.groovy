revision '5e1d7a94c0b8', message: 'the tables of the Quartz scheduler'

upgrade {
    // Derby has had a boolean for long, but the scheduler's delegate for it writes 'true' and 'false'
    def flag = bool.on(derby: varchar(5))
    // with H2 a trigger takes its details along; elsewhere the scheduler deletes them itself
    def detailsGo = dialect == 'h2' ? 'cascade' : 'no action'

    createTable('qrtz_job_details') {
        column 'sched_name', varchar(120), nullable: false
        column 'job_name', varchar(200), nullable: false
        column 'job_group', varchar(200), nullable: false
        column 'description', varchar(250)
        column 'job_class_name', varchar(250), nullable: false
        column 'is_durable', flag, nullable: false
        column 'is_nonconcurrent', flag, nullable: false
        column 'is_update_data', flag, nullable: false
        column 'requests_recovery', flag, nullable: false
        column 'job_data', blob
        primaryKey 'sched_name', 'job_name', 'job_group'
    }

    createTable('qrtz_triggers') {
        column 'sched_name', varchar(120), nullable: false
        column 'trigger_name', varchar(200), nullable: false
        column 'trigger_group', varchar(200), nullable: false
        column 'job_name', varchar(200), nullable: false
        column 'job_group', varchar(200), nullable: false
        column 'description', varchar(250)
        column 'next_fire_time', bigint
        column 'prev_fire_time', bigint
        column 'priority', integer
        column 'trigger_state', varchar(16), nullable: false
        column 'trigger_type', varchar(8), nullable: false
        column 'start_time', bigint, nullable: false
        column 'end_time', bigint
        column 'calendar_name', varchar(200)
        column 'misfire_instr', smallint
        column 'job_data', blob
        primaryKey 'sched_name', 'trigger_name', 'trigger_group'
        foreignKey ['sched_name', 'job_name', 'job_group'],
            references: 'qrtz_job_details(sched_name, job_name, job_group)', name: 'fk_qrtz_triggers_qrtz_job_details'
    }

    createTable('qrtz_simple_triggers') {
        column 'sched_name', varchar(120), nullable: false
        column 'trigger_name', varchar(200), nullable: false
        column 'trigger_group', varchar(200), nullable: false
        column 'repeat_count', bigint, nullable: false
        column 'repeat_interval', bigint, nullable: false
        column 'times_triggered', bigint, nullable: false
        primaryKey 'sched_name', 'trigger_name', 'trigger_group'
        foreignKey ['sched_name', 'trigger_name', 'trigger_group'],
            references: 'qrtz_triggers(sched_name, trigger_name, trigger_group)', name: 'fk_qrtz_simple_triggers_qrtz_triggers', onDelete: detailsGo
    }

    createTable('qrtz_cron_triggers') {
        column 'sched_name', varchar(120), nullable: false
        column 'trigger_name', varchar(200), nullable: false
        column 'trigger_group', varchar(200), nullable: false
        column 'cron_expression', varchar(120), nullable: false
        column 'time_zone_id', varchar(80)
        primaryKey 'sched_name', 'trigger_name', 'trigger_group'
        foreignKey ['sched_name', 'trigger_name', 'trigger_group'],
            references: 'qrtz_triggers(sched_name, trigger_name, trigger_group)', name: 'fk_qrtz_cron_triggers_qrtz_triggers', onDelete: detailsGo
    }

    createTable('qrtz_simprop_triggers') {
        column 'sched_name', varchar(120), nullable: false
        column 'trigger_name', varchar(200), nullable: false
        column 'trigger_group', varchar(200), nullable: false
        column 'str_prop_1', varchar(512)
        column 'str_prop_2', varchar(512)
        column 'str_prop_3', varchar(512)
        column 'int_prop_1', integer
        column 'int_prop_2', integer
        column 'long_prop_1', bigint
        column 'long_prop_2', bigint
        column 'dec_prop_1', numeric(13, 4)
        column 'dec_prop_2', numeric(13, 4)
        column 'bool_prop_1', flag
        column 'bool_prop_2', flag
        primaryKey 'sched_name', 'trigger_name', 'trigger_group'
        foreignKey ['sched_name', 'trigger_name', 'trigger_group'],
            references: 'qrtz_triggers(sched_name, trigger_name, trigger_group)', name: 'fk_qrtz_simprop_triggers_qrtz_triggers', onDelete: detailsGo
    }

    // the script for H2 leaves this table without keys
    createTable('qrtz_blob_triggers') {
        column 'sched_name', varchar(120), nullable: false
        column 'trigger_name', varchar(200), nullable: false
        column 'trigger_group', varchar(200), nullable: false
        column 'blob_data', blob
    }

    on('derby', 'postgresql') {
        addPrimaryKey 'qrtz_blob_triggers', ['sched_name', 'trigger_name', 'trigger_group']
        addForeignKey 'qrtz_blob_triggers', ['sched_name', 'trigger_name', 'trigger_group'],
            references: 'qrtz_triggers(sched_name, trigger_name, trigger_group)', name: 'fk_qrtz_blob_triggers_qrtz_triggers'
    }

    createTable('qrtz_calendars') {
        column 'sched_name', varchar(120), nullable: false
        column 'calendar_name', varchar(200), nullable: false
        column 'calendar', blob, nullable: false
        primaryKey 'sched_name', 'calendar_name'
    }

    createTable('qrtz_paused_trigger_grps') {
        column 'sched_name', varchar(120), nullable: false
        column 'trigger_group', varchar(200), nullable: false
        primaryKey 'sched_name', 'trigger_group'
    }

    createTable('qrtz_fired_triggers') {
        column 'sched_name', varchar(120), nullable: false
        column 'entry_id', varchar(95), nullable: false
        column 'trigger_name', varchar(200), nullable: false
        column 'trigger_group', varchar(200), nullable: false
        column 'instance_name', varchar(200), nullable: false
        column 'fired_time', bigint, nullable: false
        column 'sched_time', bigint, nullable: false
        column 'priority', integer, nullable: false
        column 'state', varchar(16), nullable: false
        column 'job_name', varchar(200)
        column 'job_group', varchar(200)
        column 'is_nonconcurrent', flag
        column 'requests_recovery', flag
        primaryKey 'sched_name', 'entry_id'
    }

    createTable('qrtz_scheduler_state') {
        column 'sched_name', varchar(120), nullable: false
        column 'instance_name', varchar(200), nullable: false
        column 'last_checkin_time', bigint, nullable: false
        column 'checkin_interval', bigint, nullable: false
        primaryKey 'sched_name', 'instance_name'
    }

    createTable('qrtz_locks') {
        column 'sched_name', varchar(120), nullable: false
        column 'lock_name', varchar(40), nullable: false
        primaryKey 'sched_name', 'lock_name'
    }

    // only the script for PostgreSQL has indexes
    on('postgresql') {
        createIndex 'qrtz_job_details', ['sched_name', 'requests_recovery'], name: 'idx_qrtz_j_req_recovery'
        createIndex 'qrtz_job_details', ['sched_name', 'job_group'], name: 'idx_qrtz_j_grp'
        createIndex 'qrtz_triggers', ['sched_name', 'job_name', 'job_group'], name: 'idx_qrtz_t_j'
        createIndex 'qrtz_triggers', ['sched_name', 'job_group'], name: 'idx_qrtz_t_jg'
        createIndex 'qrtz_triggers', ['sched_name', 'calendar_name'], name: 'idx_qrtz_t_c'
        createIndex 'qrtz_triggers', ['sched_name', 'trigger_group'], name: 'idx_qrtz_t_g'
        createIndex 'qrtz_triggers', ['sched_name', 'trigger_state'], name: 'idx_qrtz_t_state'
        createIndex 'qrtz_triggers', ['sched_name', 'trigger_name', 'trigger_group', 'trigger_state'], name: 'idx_qrtz_t_n_state'
        createIndex 'qrtz_triggers', ['sched_name', 'trigger_group', 'trigger_state'], name: 'idx_qrtz_t_n_g_state'
        createIndex 'qrtz_triggers', ['sched_name', 'next_fire_time'], name: 'idx_qrtz_t_next_fire_time'
        createIndex 'qrtz_triggers', ['sched_name', 'trigger_state', 'next_fire_time'], name: 'idx_qrtz_t_nft_st'
        createIndex 'qrtz_triggers', ['sched_name', 'misfire_instr', 'next_fire_time'], name: 'idx_qrtz_t_nft_misfire'
        createIndex 'qrtz_triggers', ['sched_name', 'misfire_instr', 'next_fire_time', 'trigger_state'], name: 'idx_qrtz_t_nft_st_misfire'
        createIndex 'qrtz_triggers', ['sched_name', 'misfire_instr', 'next_fire_time', 'trigger_group', 'trigger_state'], name: 'idx_qrtz_t_nft_st_misfire_grp'
        createIndex 'qrtz_fired_triggers', ['sched_name', 'instance_name'], name: 'idx_qrtz_ft_trig_inst_name'
        createIndex 'qrtz_fired_triggers', ['sched_name', 'instance_name', 'requests_recovery'], name: 'idx_qrtz_ft_inst_job_req_rcvry'
        createIndex 'qrtz_fired_triggers', ['sched_name', 'job_name', 'job_group'], name: 'idx_qrtz_ft_j_g'
        createIndex 'qrtz_fired_triggers', ['sched_name', 'job_group'], name: 'idx_qrtz_ft_jg'
        createIndex 'qrtz_fired_triggers', ['sched_name', 'trigger_name', 'trigger_group'], name: 'idx_qrtz_ft_t_g'
        createIndex 'qrtz_fired_triggers', ['sched_name', 'trigger_group'], name: 'idx_qrtz_ft_tg'
    }
}
