revision '6fb234c8ea05', down: '5ea123b8d9f4', message: 'more moods'

// Values of an enumeration cannot be taken away again, so this revision is irreversible.
upgrade {
    addEnumValue 'mood', 'great', after: 'ok'
    dropEnum 'old_mood'
}
