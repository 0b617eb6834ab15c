import css from './card.module.css'

interface Props {
  readonly value: number
  readonly from: number
  readonly to: number
  /** "4 of 5", for those who hear the page. */
  readonly label: string
}

/** A step on a scale as dots: filled ones up to the value. */
export const Meter = ({ value, from, to, label }: Props) => (
  <span className={css.meter} role="img" aria-label={label}>
    {Array.from({ length: to - Math.max(from, 1) + 1 }, (_, at) => (
      <i key={at} data-on={at + Math.max(from, 1) <= value} />
    ))}
  </span>
)
