revision 'c5179a2f406b', down: ['a3f5780d2e49', 'b406891e3f5a'], message: 'merge names and birthdays'

upgrade { }
