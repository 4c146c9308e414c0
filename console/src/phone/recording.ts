import { webmToOgg } from '../util/ogg.ts'

export interface Recording {
  /** Ends it and hands over what was said. Later calls give the same file. */
  stop: () => Promise<File>
}

const OGG = 'audio/ogg;codecs=opus'
const VOICE_BITRATE = 32_000
const CHOICES = [OGG, 'audio/webm;codecs=opus', 'audio/mp4']

/** Records the microphone. Voice messages are Ogg with Opus; browsers that wrap Opus in WebM get it rewrapped. */
export async function record(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
  const mimeType = CHOICES.find(type => MediaRecorder.isTypeSupported(type))
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: VOICE_BITRATE })
  const parts: Blob[] = []
  recorder.ondataavailable = event => parts.push(event.data)
  const finished = new Promise<File>(resolve => {
    recorder.onstop = async () => {
      for (const track of stream.getTracks()) track.stop()
      resolve(await voiceFile(new Blob(parts, { type: recorder.mimeType })))
    }
  })
  recorder.start()
  return {
    stop: () => {
      if (recorder.state !== 'inactive') recorder.stop()
      return finished
    },
  }
}

async function voiceFile(blob: Blob): Promise<File> {
  if (!blob.type.includes('webm')) return new File([blob], `voice.${blob.type.includes('ogg') ? 'ogg' : 'm4a'}`, blob)
  const ogg = webmToOgg(new Uint8Array(await blob.arrayBuffer()))
  return new File([ogg], 'voice.ogg', { type: OGG })
}
