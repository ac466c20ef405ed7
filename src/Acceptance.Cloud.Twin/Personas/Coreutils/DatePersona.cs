using System.Globalization;
using System.Text;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.Coreutils;

/// <summary>date: the machine's own program, told the twin's time.</summary>
internal sealed class DatePersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["date"];

    public override HostKind On => HostKind.Any;

    public override Task<int> Run(PersonaCall call)
    {
        var now = call.World.Now;
        var script = new StringBuilder($"exec {PersonaScript.Date}");
        var given = false;
        for (var i = 0; i < call.Argv.Count; i++)
        {
            var argument = call.Argv[i];
            if (argument is "-s" || argument.StartsWith("--set", StringComparison.Ordinal))
                return Task.FromResult(call.Fail(1, "date: cannot set date: Operation not permitted"));
            if (argument is "-r" or "-f" || argument.StartsWith("--reference", StringComparison.Ordinal))
                given = true;
            if (argument is "-d" or "--date" && i + 1 < call.Argv.Count)
                argument = "--date=" + call.Argv[++i];
            if (argument.StartsWith("--date=", StringComparison.Ordinal))
            {
                given = true;
                argument = "--date=" + Anchored(argument[7..], now);
            }

            script.Append(' ').Append(ShellQuoting.Quote(argument));
        }

        if (!given)
            script.Append(CultureInfo.InvariantCulture, $" --date=@{now.ToUnixTimeMilliseconds() / 1000.0:F3}");
        return call.Become(script.ToString());
    }

    /// <summary>A relative date is relative to the twin's now.</summary>
    private static string Anchored(string text, DateTimeOffset now)
    {
        if (
            text.Length > 0
            && (text[0] == '@' || char.IsDigit(text[0]))
            && !text.Contains("ago", StringComparison.Ordinal)
        )
            return text;
        var relative = text.Replace("now", "", StringComparison.Ordinal)
            .Replace("today", "", StringComparison.Ordinal)
            .Replace("yesterday", "1 day ago", StringComparison.Ordinal)
            .Replace("tomorrow", "1 day", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC {relative}");
    }
}
