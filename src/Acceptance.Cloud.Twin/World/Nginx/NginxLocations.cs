namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>The names of locations and how they nest.</summary>
internal static class NginxLocations
{
    public static void Check(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (statement.Words.Count == 3 && statement.Words[1] is not ("=" or "^~" or "~" or "~*"))
            throw NginxParser.Refuse(statement, $"invalid location modifier \"{statement.Words[1]}\"");
        var (modifier, name) = Parts(statement);
        if (modifier.StartsWith('~'))
            NginxPatterns.Compile(parser, statement, name);
        if (block.Context != NginxContext.Location)
            return;
        var (around, outer) = Parts(block.Opened);
        if (around == "=")
            throw NginxParser.Refuse(statement, $"location \"{name}\" cannot be inside the exact location \"{outer}\"");
        if (around == "@")
            throw NginxParser.Refuse(statement, $"location \"{name}\" cannot be inside the named location \"{outer}\"");
        if (modifier == "@")
            throw NginxParser.Refuse(statement, $"named location \"{name}\" can be on the server level only");
        if (!modifier.StartsWith('~') && !name.StartsWith(outer, StringComparison.Ordinal))
            throw NginxParser.Refuse(statement, $"location \"{name}\" is outside location \"{outer}\"");
    }

    /// <summary>"", "=", "^~", "~", "~*" or "@", and the name.</summary>
    public static (string Modifier, string Name) Parts(NginxStatement statement)
    {
        if (statement.Words.Count == 3)
            return (statement.Words[1], statement.Words[2]);
        var written = statement.Words[1];
        if (written.StartsWith('@'))
            return ("@", written);
        var modifier =
            new[] { "=", "^~", "~*", "~" }.FirstOrDefault(start => written.StartsWith(start, StringComparison.Ordinal))
            ?? "";
        return (modifier, written[modifier.Length..]);
    }

    /// <summary>The first of a server's or a location's own locations that stands there twice.</summary>
    public static void NoneTwice(NginxBlock block)
    {
        HashSet<(bool Exact, string Name)> seen = [];
        foreach (var location in block.Inside(NginxContext.Location))
        {
            var (modifier, name) = Parts(location.Opened);
            if (modifier is ("" or "=" or "^~") && !seen.Add((modifier == "=", name)))
                throw NginxParser.Refuse(location.Opened, $"duplicate location \"{name}\"");
            NoneTwice(location);
        }
    }
}
