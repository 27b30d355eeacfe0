namespace Hearsay.Web.Articles;

/// <summary>
/// A stretch of the article on which the same marks lie from end to end. <c>Roles</c> names them, separated by spaces:
/// "e3a0" is the first actor of event 3, "e3t" its trigger, "e3h1" the second hop of its chain, "q2" the content of
/// quotation 2. Segments follow each other without a gap, so that their texts make up the paragraph.
/// </summary>
/// <param name="Start">Offset in <c>Article.Text</c>, UTF-16 code units.</param>
/// <param name="Text">The words.</param>
/// <param name="Roles">What they are; empty for plain text.</param>
/// <param name="Style">The class names that show it.</param>
/// <param name="Event">Number of the event, from 1, whose trigger the segment belongs to; null for the rest.</param>
/// <param name="EndsTrigger">Whether the trigger ends here, so that its number stands behind it.</param>
public sealed record TextSegment(int Start, string Text, string Roles, string Style, int? Event, bool EndsTrigger);
