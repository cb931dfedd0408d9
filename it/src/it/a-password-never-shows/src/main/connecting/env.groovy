// connects by itself, to where nobody listens
CompletionStage<?> runAsyncMigrations() {
    String secret = 'open-sesame-5'
    java.sql.DriverManager.getConnection("jdbc:h2:tcp://localhost:1/shop;USER=sa;PASSWORD=$secret")
}
