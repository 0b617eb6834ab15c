import { encode } from 'uqr'
import { useMemo } from 'react'
import css from './qr.module.css'

interface Props {
  readonly value: string
  /** What one comes to by it: read aloud instead of the drawing. */
  readonly title: string
}

/** Dark on light in every theme, since cameras want it so, with the quiet edge of four modules they need. */
export const QrCode = ({ value, title }: Props) => {
  const { size, path } = useMemo(() => drawingOf(value), [value])
  return (
    <svg className={css.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={title}>
      <path d={path} />
    </svg>
  )
}

const drawingOf = (value: string): { readonly size: number; readonly path: string } => {
  const { data, size } = encode(value, { border: 4, ecc: 'M' })
  const rows = data.map((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
  return { size, path: rows.join('') }
}
