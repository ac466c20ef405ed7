namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>The lines inside a map, types and their like.</summary>
internal static class NginxEntries
{
    public static void Check(NginxParser parser, NginxBlock block, NginxStatement entry)
    {
        switch (block.Opened.Name)
        {
            case "types":
                Type(parser, block, entry);
                break;
            case "map":
                Map(parser, block, entry);
                break;
            default:
                throw new NginxUnjudgedException($"what stands in nginx's {block.Opened.Name}");
        }

        block.Add(entry);
    }

    private static void Type(NginxParser parser, NginxBlock block, NginxStatement entry)
    {
        foreach (var extension in entry.Words.Skip(1))
        {
            if (block.Statements.FirstOrDefault(other => other.Words.Skip(1).Contains(extension)) is { } other)
                parser.Warn(
                    $"duplicate extension \"{extension}\", content type: \"{entry.Name}\", previous content type: \"{other.Name}\" in {entry.Place}"
                );
        }
    }

    private static void Map(NginxParser parser, NginxBlock block, NginxStatement entry)
    {
        if (entry.Words is ["hostnames" or "volatile"])
            return;
        if (entry.Words.Count != 2)
            throw NginxParser.Refuse(entry, "invalid number of the map parameters");
        if (block.Has(entry.Name))
            throw NginxParser.Refuse(
                entry,
                entry.Name == "default" ? "duplicate default map parameter" : $"conflicting parameter \"{entry.Name}\""
            );
        if (entry.Name.StartsWith('~'))
            NginxPatterns.Compile(parser, entry, entry.Name.TrimStart('~').TrimStart('*'));
        NginxVariables.Use(parser, entry, entry.Words[1]);
    }
}
