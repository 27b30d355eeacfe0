namespace Hearsay.Web.Articles;

/// <summary>
/// One value of a record, lying over the words it was read from. Marks may overlap in any way; MarkedText
/// cuts the text so that they need not nest.
/// </summary>
/// <param name="Start">Offset in <c>Article.Text</c>.</param>
/// <param name="End">End (exclusive).</param>
/// <param name="Role">What it is, as in <see cref="TextSegment"/>.</param>
/// <param name="Style">The class name that shows it; empty for marks that only show when their event is chosen.</param>
/// <param name="Event">Number of the event, from 1, for its trigger; else null.</param>
internal sealed record Mark(int Start, int End, string Role, string Style, int? Event = null);
