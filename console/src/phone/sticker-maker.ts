const SIDE = 512

/** Any picture as a WebP square of 512 pixels, the size and type a sticker has. A WebP file stays as it is. */
export async function toSticker(file: File): Promise<File> {
  if (file.type === 'image/webp') return file
  const picture = await createImageBitmap(file)
  const canvas = new OffscreenCanvas(SIDE, SIDE)
  const scale = Math.min(SIDE / picture.width, SIDE / picture.height)
  const [width, height] = [picture.width * scale, picture.height * scale]
  canvas.getContext('2d')!.drawImage(picture, (SIDE - width) / 2, (SIDE - height) / 2, width, height)
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 })
  if (blob.type !== 'image/webp') throw new Error('This browser cannot make stickers. Choose a .webp file instead.')
  return new File([blob], `${file.name.replace(/\.\w+$/, '')}.webp`, { type: blob.type })
}
