revision '21c0b6a94f7e', message: 'as much of the tables of Spring Batch 2.1 as its later scripts touch'

upgrade {
    createTable('batch_job_instance') {
        column 'job_instance_id', bigint, primaryKey: true
        column 'version', bigint
        column 'job_name', varchar(100), nullable: false
        column 'job_key', varchar(32), nullable: false
    }

    createTable('batch_job_execution') {
        column 'job_execution_id', bigint, primaryKey: true
        column 'version', bigint
        column 'job_instance_id', bigint, nullable: false
        column 'create_time', timestamp, nullable: false
        column 'start_time', timestamp
        column 'end_time', timestamp
        column 'status', varchar(10)
        column 'last_updated', timestamp
        foreignKey 'job_instance_id', references: 'batch_job_instance(job_instance_id)', name: 'job_inst_exec_fk'
    }

    createTable('batch_job_params') {
        column 'job_instance_id', bigint, nullable: false
        column 'type_cd', varchar(6), nullable: false
        column 'key_name', varchar(100), nullable: false
        column 'string_val', varchar(250)
        column 'date_val', timestamp
        column 'long_val', bigint
        column 'double_val', doublePrecision
        foreignKey 'job_instance_id', references: 'batch_job_instance(job_instance_id)', name: 'job_inst_params_fk'
    }

    createTable('batch_step_execution') {
        column 'step_execution_id', bigint, primaryKey: true
        column 'version', bigint, nullable: false
        column 'step_name', varchar(100), nullable: false
        column 'job_execution_id', bigint, nullable: false
        column 'start_time', timestamp, nullable: false
        column 'end_time', timestamp
        column 'status', varchar(10)
        column 'last_updated', timestamp
        foreignKey 'job_execution_id', references: 'batch_job_execution(job_execution_id)', name: 'job_exec_step_fk'
    }
}
