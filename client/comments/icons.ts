/* Drawings that only comments have; those that the plan shows at once are in `ui/icons.ts`. */
export {
  Hand as ObjectionIcon,
  MessageCircleQuestionMark as AskIcon,
  Send as SendIcon,
  ThumbsUp as SupportIcon,
} from 'lucide-react'
