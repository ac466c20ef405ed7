using System.Globalization;
using Acceptance.Cloud.Twin.World.Juju;
using Acceptance.Cloud.Twin.World.Ovn;

namespace Acceptance.Cloud.Twin.Personas.Ovn;

/// <summary>What `ovn-appctl cluster/status` says on one of the servers of ovn-central (FACTS 8.4).</summary>
internal sealed class OvnClusterStatus
{
    private readonly OvnCentral _central;
    private readonly int _here,
        _leader;
    private readonly string _role;

    /// <summary>Since the last election, in milliseconds.</summary>
    private readonly long _since;

    public OvnClusterStatus(OvnCentral central, JujuMachine? machine, DateTimeOffset now)
    {
        var units = central.Units.ToList();
        _central = central;
        _here = units.FindIndex(unit => unit.Machine == machine);
        _leader = central.Leader is { } leading ? units.IndexOf(leading) : -1;
        _role =
            _leader < 0 ? "candidate"
            : _leader == _here ? "leader"
            : "follower";
        _since = (long)(now - central.Elected).TotalMilliseconds;
    }

    /// <param name="database">"OVN_Southbound", "OVN_Northbound".</param>
    /// <param name="port">At which the servers of the database speak to each other.</param>
    public string Text(string database, int port)
    {
        var own = _central.ServerIds[_here];
        return $"{own[..4]}\n"
            + $"Name: {database}\n"
            + $"Cluster ID: {_central.ClusterId[..4]} ({_central.ClusterId})\n"
            + $"Server ID: {own[..4]} ({own})\n"
            + $"Address: ssl:{_central.Units[_here].Machine.PrimaryAddress}:{port}\n"
            + Membership()
            + Election()
            + Log()
            + "Servers:\n"
            + string.Concat(_central.Units.Select((unit, index) => Server(unit, index, port)));
    }

    private string Membership()
    {
        var status = _leader < 0 ? "disconnected from the cluster (election timeout)" : "cluster member";
        var leader =
            _leader < 0 ? "unknown"
            : _leader == _here ? "self"
            : _central.ServerIds[_leader][..4];
        var vote = _role == "follower" ? "unknown" : "self";
        return $"Status: {status}\nRole: {_role}\nTerm: 1\nLeader: {leader}\nVote: {vote}\n\n";
    }

    private string Election()
    {
        if (_role == "follower")
            return "";
        var won = _role == "leader" ? $"Last Election won: {Milliseconds(_since)} ago\n" : "";
        return $"Last Election started {Milliseconds(_since)} ago, reason: timeout\n{won}";
    }

    private string Log()
    {
        var connections = _central.Units.Select((unit, index) => index == _here ? "" : Connection(unit, index));
        return "Election timer: 4000\n"
            + "Log: [2, 5]\n"
            + "Entries not yet committed: 0\n"
            + "Entries not yet applied: 0\n"
            + $"Connections:{string.Concat(connections)}\n"
            + $"Disconnections: {_central.Stopped.Count}\n";
    }

    private string Server(JujuUnit unit, int index, int port)
    {
        var id = _central.ServerIds[index][..4];
        var silence = _central.Serves(unit) ? 326 : _since + 326;
        var state = index == _here ? " (self)" + (_role == "candidate" ? $" (voted for {id})" : "") : "";
        if (_role == "leader")
            state += " next_index=5 match_index=4";
        if (index != _here && (_role != "follower" || index == _leader))
            state += $" last msg {Milliseconds(silence)} ago";
        return $"    {id} ({id} at ssl:{unit.Machine.PrimaryAddress}:{port}){state}\n";
    }

    /// <summary>A dead server's connection stands in parentheses: no word says down.</summary>
    private string Connection(JujuUnit unit, int index)
    {
        var id = _central.ServerIds[index][..4];
        return _central.Serves(unit) ? $" <-{id} ->{id}" : $" (->{id})";
    }

    private static string Milliseconds(long count) => string.Create(CultureInfo.InvariantCulture, $"{count} ms");
}
