using System.Globalization;

namespace Acceptance.Cloud.Twin.Personas.Systemd;

/// <summary>systemctl show: the properties that scripts ask for.</summary>
internal static class UnitProperties
{
    public static string Of(PersonaCall call, Arguments arguments, string name)
    {
        var wanted = arguments.Values("-p", "--property").SelectMany(list => list.Split(',')).ToList();
        var all = All(call, name).ToList();
        if (wanted.Find(property => !all.Exists(one => one.Name == property)) is { } unknown)
            throw new NotEmulatedException($"systemctl show -p {unknown}");
        return string.Concat(
            all.Where(one => wanted.Count == 0 || wanted.Contains(one.Name))
                .Select(one => arguments.Has("--value") ? $"{one.Value}\n" : $"{one.Name}={one.Value}\n")
        );
    }

    private static IEnumerable<(string Name, string Value)> All(PersonaCall call, string name)
    {
        var service = HostService.Find(call.World, call.Host.Machine!, name);
        var started = service is { Running: true } ? SystemdTime.Moment(service.Since) : "";
        return
        [
            ("MainPID", (service?.Pid ?? 0).ToString(CultureInfo.InvariantCulture)),
            ("Id", name + ".service"),
            ("LoadState", service is null ? "not-found" : "loaded"),
            ("ActiveState", service?.Active ?? "inactive"),
            ("SubState", service?.Sub ?? "dead"),
            ("ActiveEnterTimestamp", started),
        ];
    }
}
