using System.Text;
using Acceptance.Decisions.Runs;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>
/// Names of places in the page. They come from titles, so that a link still leads there after the next run.
/// </summary>
internal sealed class Anchors
{
    private readonly Dictionary<ScenarioRecord, string> _of = new(ReferenceEqualityComparer.Instance);

    public Anchors(IReadOnlyList<ScenarioRecord> scenarios)
    {
        var taken = new HashSet<string>();
        foreach (var one in scenarios)
        {
            var slug = "s-" + Slug($"{one.Feature} {one.Title}");
            var name = slug;
            for (var next = 2; !taken.Add(name); next++)
                name = $"{slug}-{next}";
            _of[one] = name;
        }
    }

    public string Of(ScenarioRecord scenario) => _of[scenario];

    public static string OfIssue(string tag) => "i-" + Slug(tag);

    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var one in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(one))
                slug.Append(one);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length == 72)
                break;
        }

        return slug.ToString().TrimEnd('-');
    }
}
