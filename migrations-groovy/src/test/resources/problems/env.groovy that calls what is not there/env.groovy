void runMigrationsOnline() {
    context.configure url: url
    context.runMigration()
}
