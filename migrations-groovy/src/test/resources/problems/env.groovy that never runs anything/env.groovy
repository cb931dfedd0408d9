void runMigrationsOnline() {
}
