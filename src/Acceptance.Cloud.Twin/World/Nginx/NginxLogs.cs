namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>access_log, error_log, log_format.</summary>
internal static class NginxLogs
{
    private static readonly string[] Levels = ["debug", "info", "notice", "warn", "error", "crit", "alert", "emerg"];

    private static readonly string[] AccessOptions = ["buffer=", "flush=", "gzip", "if="];

    public static void ErrorLog(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (
            statement
                .Words.Skip(2)
                .FirstOrDefault(word =>
                    !Levels.Contains(word) && !word.StartsWith("debug_", StringComparison.Ordinal)
                ) is
            { } level
        )
            throw NginxParser.Refuse(statement, $"invalid log level \"{level}\"");
        var file = statement.Words[1];
        if (
            file != "stderr"
            && !file.StartsWith("syslog:", StringComparison.Ordinal)
            && !file.StartsWith("memory:", StringComparison.Ordinal)
        )
            parser.Logs.Add(parser.UnderPrefix(file));
    }

    public static void AccessLog(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        var file = statement.Words[1];
        if (file == "off" && statement.Words.Count == 2)
            return;
        if (statement.Argument(2) is { } format && !parser.LogFormats.Contains(format))
            throw NginxParser.Refuse(statement, $"unknown log format \"{format}\"");
        if (
            statement
                .Words.Skip(3)
                .FirstOrDefault(word =>
                    !Array.Exists(AccessOptions, option => word.StartsWith(option, StringComparison.Ordinal))
                ) is
            { } option
        )
            throw NginxParser.Refuse(statement, $"invalid parameter \"{option}\"");
        if (file.Contains('$', StringComparison.Ordinal))
            NginxVariables.Use(parser, statement, file);
        else if (!file.StartsWith("syslog:", StringComparison.Ordinal))
            parser.Logs.Add(parser.UnderPrefix(file));
    }

    public static void Format(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (!parser.LogFormats.Add(statement.Words[1]))
            throw NginxParser.Refuse(statement, $"duplicate \"log_format\" name \"{statement.Words[1]}\"");
        foreach (
            var word in statement.Words.Skip(2).Where(word => !word.StartsWith("escape=", StringComparison.Ordinal))
        )
            NginxVariables.Use(parser, statement, word);
    }
}
