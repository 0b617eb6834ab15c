import type { Line } from './sparkline.ts'
import { height, width } from './sparkline.ts'
import css from './figure.module.css'

/** What the words beside it say, drawn: for eyes alone. */
export const Sparkline = ({ line }: { readonly line: Line }) => {
  const last = line.points.at(-1)
  return (
    <svg className={css.spark} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {line.targetY !== null && <path className={css.target} d={`M0 ${line.targetY}H${width}`} />}
      {line.points.length > 1 && (
        <path className={css.line} d={`M${line.points.map((point) => point.join(' ')).join(' L')}`} />
      )}
      {last && <circle className={css.last} cx={last[0]} cy={last[1]} r={2.75} />}
    </svg>
  )
}
