revision '5ea123b8d9f4', message: 'moods'

upgrade {
    createEnum 'mood', ['sad', 'ok']
    createEnum 'old_mood', ['good', 'bad']
}
