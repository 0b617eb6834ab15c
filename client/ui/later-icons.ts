/* Drawings of the parts that a plan begins without; they come with the first of these. */
export {
  ArrowLeft as BackIcon,
  EyeOff as HideIcon,
  Inbox as InboxIcon,
  Printer as PrintIcon,
  Route as ThreadIcon,
  Save as SaveIcon,
} from 'lucide-react'
