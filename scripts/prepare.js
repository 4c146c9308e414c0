console.log('prepare: placeholder until the build exists')
