using System.Globalization;
using System.IO.Enumeration;
using System.Text;

namespace Acceptance.Cloud.Twin.Personas.Systemd;

/// <summary>systemctl list-units and --failed: a table as wide as its longest words, and below it what the columns mean.</summary>
internal static class UnitList
{
    public static string Of(PersonaCall call, Arguments arguments, string[] patterns)
    {
        if (arguments.Value("-t", "--type") is { } type && type != "service")
            throw new NotEmulatedException($"systemctl list-units --type={type}");
        string[] states = arguments.Has("--failed") ? ["failed"] : arguments.Value("--state")?.Split(',') ?? [];
        var services = HostService
            .On(call.World, call.Host.Machine!)
            .Where(service =>
                states.Length > 0
                    ? states.Contains(service.Active) || states.Contains(service.Sub)
                    : service.Active != "inactive" || arguments.Has("-a", "--all")
            )
            .Where(service =>
                patterns.Length == 0
                || patterns.Any(pattern =>
                    FileSystemName.MatchesSimpleExpression(
                        pattern.EndsWith('*') ? pattern : pattern + "*",
                        service.Unit.Name
                    )
                )
            )
            .ToList();
        string[][] rows =
        [
            .. services.Select(service =>
                new[]
                {
                    service.Unit.Name + ".service",
                    "loaded",
                    service.Active,
                    service.Sub,
                    service.Unit.Description,
                }
            ),
        ];
        string[] header = ["UNIT", "LOAD", "ACTIVE", "SUB", "DESCRIPTION"];
        var legend = !arguments.Has("--no-legend", "-q", "--quiet");
        var text = new StringBuilder();
        var lines = legend ? rows.Prepend(header).ToList() : [.. rows];
        foreach (var line in lines)
        {
            var mark =
                arguments.Has("--plain") ? ""
                : line[2] == "failed" ? "● "
                : "  ";
            text.Append(mark)
                .Append(
                    string.Join(
                        ' ',
                        line.Select((cell, at) => at == 4 ? cell : cell.PadRight(lines.Max(other => other[at].Length)))
                    )
                )
                .Append('\n');
        }

        if (!legend)
            return text.ToString();
        if (rows.Length > 0)
            text.Append(
                "\nLOAD   = Reflects whether the unit definition was properly loaded.\nACTIVE = The high-level unit activation state, i.e. generalization of SUB.\nSUB    = The low-level unit activation state, values depend on unit type.\n"
            );
        text.Append(CultureInfo.InvariantCulture, $"{rows.Length} loaded units listed.");
        if (states.Length == 0)
            text.Append(arguments.Has("-a", "--all") ? "" : " Pass --all to see loaded but inactive units, too.")
                .Append("\nTo show all installed unit files use 'systemctl list-unit-files'.");
        return text.Append('\n').ToString();
    }
}
