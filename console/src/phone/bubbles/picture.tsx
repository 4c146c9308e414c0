import { useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Modal } from '../../ui/dialog.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'

interface PictureProps {
  src?: string
  alt: string
  className?: string
}

/** A picture that opens large, or says that it is missing. */
export function Picture({ src, alt, className = 'max-h-80' }: PictureProps) {
  const [large, setLarge] = useState(false)
  const [broken, setBroken] = useState(false)
  if (!src || broken) return <MissingMedia icon="image" text="This picture is not available" />
  return (
    <>
      <button type="button" aria-label={`Enlarge: ${alt}`} onClick={() => setLarge(true)} className="block w-full">
        <img
          src={src}
          alt={alt}
          onError={() => setBroken(true)}
          className={`min-h-24 w-full rounded-[0.85rem] bg-sunk object-cover ${className}`}
        />
      </button>
      {large && (
        <Modal label={alt} onClose={() => setLarge(false)} className="max-h-dvh max-w-full bg-transparent p-4">
          <img src={src} alt={alt} className="max-h-[calc(100dvh-2rem)] max-w-full rounded-xl object-contain" />
          <IconButton
            icon="close"
            label="Close"
            onClick={() => setLarge(false)}
            className="fixed top-4 right-4 bg-black/60 text-white hover:bg-black hover:text-white"
          />
        </Modal>
      )}
    </>
  )
}

export function MissingMedia({ icon, text }: { icon: IconName; text: string }) {
  return (
    <div className="grid h-36 w-full place-items-center rounded-[0.85rem] bg-sunk text-soft">
      <span className="flex flex-col items-center gap-1.5 px-4 text-center text-sm">
        <Icon name={icon} className="size-7" />
        {text}
      </span>
    </div>
  )
}
