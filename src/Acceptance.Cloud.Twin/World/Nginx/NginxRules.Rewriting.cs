using System.Globalization;
using System.Net;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>Answers, rewriting, conditions, limits.</summary>
internal static partial class NginxRules
{
    private static void Return(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        var code = statement.Words[1];
        var isNumber = uint.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var isPlace =
            statement.Words.Count == 2
            && (
                code.StartsWith("http://", StringComparison.Ordinal)
                || code.StartsWith("https://", StringComparison.Ordinal)
                || code.StartsWith("$scheme", StringComparison.Ordinal)
            );
        if ((!isNumber && !isPlace) || number > 999)
            throw NginxParser.Refuse(statement, $"invalid return code \"{code}\"");
        NginxVariables.Use(parser, statement, isPlace ? code : statement.Argument(2) ?? "");
    }

    private static void Rewrite(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        NginxPatterns.Compile(parser, statement, statement.Words[1]);
        NginxVariables.Use(parser, statement, statement.Words[2]);
        if (statement.Argument(3) is { } flag && flag is not ("last" or "break" or "redirect" or "permanent"))
            throw NginxParser.Refuse(statement, $"invalid parameter \"{flag}\"");
    }

    private static void Set(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        NginxVariables.Make(parser, statement, statement.Words[1]);
        NginxVariables.Use(parser, statement, statement.Words[2]);
    }

    private static void Map(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        NginxVariables.Use(parser, statement, statement.Words[1]);
        if (!statement.Words[2].StartsWith('$'))
            throw NginxParser.Refuse(statement, $"invalid variable name \"{statement.Words[2]}\"");
        parser.Made.Add(statement.Words[2][1..]);
    }

    private static void If(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        string[] words = [.. statement.Words.Skip(1)];
        NginxRefusedException Bad(string word) => NginxParser.Refuse(statement, $"invalid condition \"{word}\"");
        if (!words[0].StartsWith('('))
            throw Bad(words[0]);
        if (!words[^1].EndsWith(')'))
            throw Bad(words[^1]);
        words[0] = words[0][1..];
        words[^1] = words[^1][..^1];
        words = [.. words.Where((word, at) => word.Length > 0 || (at > 0 && at < words.Length - 1))];
        switch (words)
        {
            case [var variable] when variable.StartsWith('$') && variable.Length > 1:
                NginxVariables.Use(parser, statement, variable);
                break;
            case [var variable, "=" or "!=", var value] when variable.StartsWith('$'):
                NginxVariables.Use(parser, statement, variable);
                NginxVariables.Use(parser, statement, value);
                break;
            case [var variable, "~" or "~*" or "!~" or "!~*", var pattern] when variable.StartsWith('$'):
                NginxVariables.Use(parser, statement, variable);
                NginxPatterns.Compile(parser, statement, pattern);
                break;
            case [var variable, var word, _] when variable.StartsWith('$'):
                throw NginxParser.Refuse(statement, $"unexpected \"{word}\" in condition");
            case ["-f" or "-d" or "-e" or "-x" or "!-f" or "!-d" or "!-e" or "!-x", var file]:
                NginxVariables.Use(parser, statement, file);
                break;
            default:
                throw Bad(words.FirstOrDefault() ?? ")");
        }
    }

    private static void ErrorPage(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        string[] codes = [.. statement.Words.Skip(1).SkipLast(1)];
        if (codes.Length > 1 && codes[^1].StartsWith('='))
        {
            if (
                codes[^1].Length > 1
                && !uint.TryParse(codes[^1][1..], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            )
                throw NginxParser.Refuse(statement, $"invalid value \"{codes[^1]}\"");
            codes = codes[..^1];
        }

        foreach (var code in codes)
        {
            if (!uint.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 499)
                throw NginxParser.Refuse(statement, $"invalid value \"{code}\"");
            if (number is < 300 or > 599)
                throw NginxParser.Refuse(statement, $"value \"{code}\" must be between 300 and 599");
        }

        NginxVariables.Use(parser, statement, statement.Words[^1]);
    }

    private static void Address(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        var value = statement.Words[1];
        if (value is "all" or "unix:")
            return;
        if (
            !value.Contains('/', StringComparison.Ordinal)
                ? !IPAddress.TryParse(value, out _)
                : !IPNetwork.TryParse(value, out _) && !HasLowBits(value)
        )
            throw NginxParser.Refuse(statement, $"invalid parameter \"{value}\"");
        if (value.Contains('/', StringComparison.Ordinal) && HasLowBits(value))
            parser.Warn($"low address bits of {value} are meaningless in {statement.Place}");
    }

    private static bool HasLowBits(string network)
    {
        var parts = network.Split('/');
        if (
            !IPAddress.TryParse(parts[0], out var address)
            || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out var length)
        )
            return false;
        var bytes = address.GetAddressBytes();
        return length >= 0
            && length <= bytes.Length * 8
            && Enumerable
                .Range(length, (bytes.Length * 8) - length)
                .Any(bit => (bytes[bit / 8] & (0x80 >> (bit % 8))) != 0);
    }

    private static void Zone(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        NginxVariables.Use(parser, statement, statement.Words[1]);
        foreach (var word in statement.Words.Skip(2))
        {
            if (word.StartsWith("zone=", StringComparison.Ordinal))
            {
                var size = word[5..].Split(':') is [_, var bytes] ? NginxValues.Bytes(bytes) : null;
                if (size is null)
                    throw NginxParser.Refuse(statement, $"invalid zone size \"{word}\"");
                if (size < 8 * 4096)
                    throw NginxParser.Refuse(statement, $"zone \"{word}\" is too small");
                parser.Zones.Add(word[5..].Split(':')[0]);
            }
            else if (!word.StartsWith("rate=", StringComparison.Ordinal))
                throw NginxParser.Refuse(statement, $"invalid parameter \"{word}\"");
            else if (!System.Text.RegularExpressions.Regex.IsMatch(word, @"^rate=[1-9]\d*(?:r/[sm])?$"))
                throw NginxParser.Refuse(statement, $"invalid rate \"{word}\"");
        }
    }

    private static void LimitRequests(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (!statement.Words.Any(word => word.StartsWith("zone=", StringComparison.Ordinal)))
            throw NginxParser.Refuse(statement, "\"limit_req\" must have \"zone\" parameter");
        foreach (var word in statement.Words.Skip(1))
        {
            if (word.StartsWith("zone=", StringComparison.Ordinal))
                parser.WantedZones.Add(word[5..]);
            else if (
                word != "nodelay"
                && !System.Text.RegularExpressions.Regex.IsMatch(word, @"^(?:burst|delay)=[1-9]\d*$")
            )
                throw NginxParser.Refuse(statement, $"invalid parameter \"{word}\"");
        }
    }

    private static void LimitConnections(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (
            !ushort.TryParse(statement.Words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0
        )
            throw NginxParser.Refuse(statement, $"invalid number of connections \"{statement.Words[2]}\"");
        parser.WantedZones.Add(statement.Words[1]);
    }
}
