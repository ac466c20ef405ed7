using System.Globalization;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>A directive that nginx knows (nginx-directives.tsv): where it may stand, how many arguments it takes, and what kind of value.</summary>
public sealed record NginxDirective(
    string Name,
    NginxContext Contexts,
    string Arguments,
    string Kind,
    IReadOnlyList<string> Words,
    Version Since
)
{
    private static readonly Lazy<ILookup<string, NginxDirective>> All = new(() =>
        Read().ToLookup(directive => directive.Name, StringComparer.Ordinal)
    );

    /// <summary>It opens a block.</summary>
    public bool Opens => Arguments.EndsWith('{');

    /// <summary>The directives of that name: one may be another thing in another context.</summary>
    public static IEnumerable<NginxDirective> Of(string name, Version release) =>
        All.Value[name].Where(directive => directive.Since <= release);

    /// <summary>It takes so many arguments; nginx never takes more than seven beside the name.</summary>
    public bool Takes(int arguments)
    {
        var counts = Arguments.TrimEnd('{');
        if (counts.EndsWith('+'))
            return arguments >= counts[0] - '0';
        return arguments <= 7
            && counts.Contains(arguments.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static IEnumerable<NginxDirective> Read()
    {
        using var stream = typeof(NginxDirective).Assembly.GetManifestResourceStream("nginx-directives.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            var fields = line.Split('\t');
            var kind = fields[3].Split(':', 2);
            yield return new NginxDirective(
                fields[0],
                ContextsOf(fields[1]),
                fields[2],
                kind[0],
                kind.Length > 1 ? kind[1].Split(',') : [],
                Version.Parse(fields.Length > 4 ? fields[4] : "1.0")
            );
        }
    }

    private static NginxContext ContextsOf(string letters) =>
        letters.Aggregate(
            NginxContext.None,
            (all, letter) =>
                all
                | letter switch
                {
                    'm' => NginxContext.Main,
                    'e' => NginxContext.Events,
                    'h' => NginxContext.Http,
                    's' => NginxContext.Server,
                    'l' => NginxContext.Location,
                    'u' => NginxContext.Upstream,
                    'S' => NginxContext.ServerIf,
                    'L' => NginxContext.LocationIf,
                    'x' => NginxContext.LimitExcept,
                    _ => NginxContext.Any,
                }
        );
}
