revision 'a1', message: 'grün'

upgrade { }
