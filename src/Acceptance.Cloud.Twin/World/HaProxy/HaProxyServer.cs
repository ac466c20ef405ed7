using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>
/// One server line of a backend: the unit behind it, how the running process checks it, and what the checks found.
/// </summary>
internal sealed class HaProxyServer(JujuUnit unit, int port)
{
    public JujuUnit Unit { get; } = unit;

    public string Name => Unit.Name.Replace('/', '-');

    public string Address => $"{Unit.Machine.PrimaryAddress}:{port}";

    /// <summary>The running process checks with TLS; false after a TLS change without a reload (D-045).</summary>
    public bool LoadedChecksTls { get; set; } = true;

    /// <summary>Its line has a check; without one it is used, whatever it does.</summary>
    public bool Checked { get; init; } = true;

    /// <summary>The API process behind it answers.</summary>
    public bool ApiRunning { get; set; } = true;

    public DateTimeOffset LastChange { get; set; }

    /// <summary>The first check after a reload has not come back yet: UP 1/3 and INI, whatever the truth.</summary>
    public bool Initialising { get; set; }

    public bool Healthy => Reachable && LoadedChecksTls;

    public bool Reachable => ApiRunning && Unit.Machine.AgentUp;

    /// <summary>UP, DOWN, or the 1/3 of a server not checked yet.</summary>
    public string Status =>
        !Checked ? "no check"
        : Initialising ? "UP 1/3"
        : Healthy ? "UP"
        : "DOWN";

    /// <summary>
    /// check_status, check_code, last_chk, check_desc, as haproxy 2.4 words them (captures:
    /// Apache answers a plain check with a 400).
    /// </summary>
    public (string Status, string Code, string Last, string Description) Check =>
        (Initialising, Reachable, LoadedChecksTls) switch
        {
            _ when !Checked => ("", "", "", ""),
            (true, _, _) => ("INI", "", "", "Initializing"),
            (_, false, _) => ("L4CON", "", "Connection refused", "Layer4 connection problem"),
            (_, _, false) => ("L7STS", "400", "Bad Request", "Layer7 wrong status"),
            _ => ("L7OK", "200", "OK", "Layer7 check passed"),
        };
}
