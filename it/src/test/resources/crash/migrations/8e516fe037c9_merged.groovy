revision '8e516fe037c9', down: ['6c3f4dce15a7', '7d405edf26b8'], message: 'both'

upgrade { }
