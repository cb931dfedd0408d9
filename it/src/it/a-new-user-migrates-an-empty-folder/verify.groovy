println 'ok'
