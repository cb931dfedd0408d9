def id = '1a'
revision id, message: "m ${1 + 1}"

upgrade {
}
