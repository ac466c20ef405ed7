using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// Brings a twin into the situation that a capture was recorded in: what its answers show stands in the model, made
/// through the model's own verbs, and reads as they show it. What a capture changes itself is left to it.
/// </summary>
internal sealed partial class Situation
{
    private readonly CapturedCloud _cloud;
    private readonly Dictionary<string, Seen> _atlas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Seen>> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _making = new(StringComparer.Ordinal);

    private Nova Compute => World.Compute;

    private Octavia Octavia => World.LoadBalancing;

    public Situation(CapturedCloud cloud, IEnumerable<OpenStackCapture> all)
    {
        _cloud = cloud;
        foreach (
            var seen in all.SelectMany(capture => capture.Exchanges.Select(Told).Concat(capture.Seen()))
                .SelectMany(Seen.In)
                .Where(seen => seen.Id.Length > 0 && seen.Kind is not ("quota_set" or "quota" or "tenant_usage"))
        )
        {
            if (!_atlas.TryGetValue(seen.Id, out var known) || known.Body.Count < seen.Body.Count)
                _atlas[seen.Id] = seen;
        }

        // The first of a name stands for it; what was made later of the same name comes when an answer shows it.
        var keys = all.SelectMany(capture => capture.Exchanges)
            .SelectMany(Seen.In)
            .Where(seen => seen.Kind == "keypair" && seen.Body["public_key"] is not null);
        foreach (
            var seen in _atlas
                .Values.Concat(keys)
                .Where(seen =>
                    seen
                        is { Service: "nova", Kind: "flavor" or "keypair" }
                            or { Service: "glance" }
                            or { Service: "magnum", Kind: "cluster" or "clustertemplate" }
                            or { Service: "neutron", Kind: "network" }
                )
        )
        {
            if (!_names.TryGetValue(seen.Name, out var named))
                _names[seen.Name] = named = [];
            if (!named.Exists(other => other.Kind == seen.Kind))
                named.Add(seen);
        }
    }

    /// <summary>What could not be set up, for who looks after the replay.</summary>
    public Action<string>? Trouble { get; init; }

    private TwinWorld World => _cloud.World;

    private IdBook Ids => _cloud.Ids;

    /// <summary>Before a request is sent: what its answer showed, stands; for a change, only what it names.</summary>
    public void Before(CapturedExchange exchange, bool changed)
    {
        lock (World.Gate)
        {
            if (exchange.AsksForToken)
            {
                foreach (var token in Seen.In(exchange).Where(seen => seen.Kind == "token"))
                    Guarded(() => Caller(token));
                if (exchange.Status == 401)
                    Unprivileged(exchange);
                return;
            }

            MeetNeeds(exchange);
        }

        // Who waits for an end polls until it has come.
        if (changed && exchange is { Method: "GET", Status: 404 })
            World.Clock.Advance(World.Plan.Physics.LoadBalancerDelete + TimeSpan.FromSeconds(2));
        if (
            exchange is { Service: "magnum", Method: "DELETE", Succeeded: true }
            && World.Magnum.FindCluster(Ids.Translate(exchange.Path.Split('/')[^1])) is { } cluster
        )
            Complete(cluster);
        // A state that is on its way is waited for; one that the capture's own change brings about too.
        if (exchange.Method != "GET")
            return;
        foreach (var seen in Seen.In(exchange))
            Reach(seen, force: !changed);
    }

    private void MeetNeeds(CapturedExchange exchange)
    {
        // Placement shows its providers by their ids alone: one that no capture names is the first.
        if (exchange is { Service: "placement", Succeeded: true })
            foreach (var id in IdBook.In(exchange.Path).Where(id => Needed(id) is null))
                Ids.Learn(id, World.Compute.Hypervisors[0].Id);
        Guarded(() => Absent(exchange));
        Guarded(() => Preconditions(exchange));

        if (exchange.Method == "GET")
            foreach (var seen in Seen.In(exchange))
                Guarded(() => Stand(exchange.Untold ? Fuller(seen) : seen));
        foreach (
            var id in exchange.Changes ? Named(exchange)
            : exchange.Succeeded ? IdBook.In(exchange.Path)
            : []
        )
            Guarded(() => Needed(id));
        if (exchange.Changes)
            foreach (var word in Texts(exchange.RequestBody).Distinct())
                Guarded(() => NeededByName(word));
        if (exchange.Succeeded)
            foreach (var word in exchange.Path.Split('/'))
                Guarded(() => NeededByName(Uri.UnescapeDataString(word)));
    }

    /// <summary>What a change showed in its answer and the twin has made too, is found by its name.</summary>
    public void After(CapturedExchange exchange)
    {
        lock (World.Gate)
        {
            foreach (var seen in Seen.In(exchange).Where(seen => seen.Id.Length > 0 && Ids.Of(seen.Id) is null))
                Guarded(() => Find(seen));
        }
    }

    /// <summary>The twin's id of a captured one; what it stands for is made when nobody has yet.</summary>
    public string? Needed(string captured)
    {
        if (captured.Length == 0)
            return null;
        if (Ids.Of(captured) is { } known && Exists(known))
            return known;
        if (!_atlas.TryGetValue(captured, out var seen) || !_making.Add(captured))
            return Ids.Of(captured);
        try
        {
            Stand(seen);
        }
        finally
        {
            _making.Remove(captured);
        }

        return Ids.Of(captured);
    }

    /// <summary>What a body or a path calls by its name: a flavor, a key, a template, a cluster.</summary>
    private void NeededByName(string name)
    {
        if (name.Length < 3 || !_names.TryGetValue(name, out var all))
            return;
        foreach (
            var seen in all.Where(seen => seen.Id.Length == 0 || Ids.Of(seen.Id) is not { } known || !Exists(known))
        )
            Stand(seen);
    }

    private static IEnumerable<string> Texts(JsonNode? body) =>
        body switch
        {
            JsonObject members => members
                .Where(member => member.Key != "name")
                .SelectMany(member => Texts(member.Value)),
            JsonArray items => items.SelectMany(Texts),
            JsonValue value when value.TryGetValue<string>(out var text) => [text],
            _ => [],
        };

    /// <summary>The ids that a request names in its path and its body.</summary>
    private static IEnumerable<string> Named(CapturedExchange exchange) =>
        IdBook.In($"{exchange.Path} {exchange.Query} {exchange.RequestBody?.ToJsonString()}").Distinct();

    /// <summary>The object stands in the model, and its id is known.</summary>
    private void Stand(Seen seen)
    {
        if (seen.Id.Length > 0 && Ids.Of(seen.Id) is { } known && Exists(known))
            return;
        if (Find(seen) || (seen.Id.Length == 0 && Named(seen)))
            return;
        switch (seen.Service)
        {
            case "keystone":
                MakeIdentity(seen);
                break;
            case "glance":
                MakeImage(seen);
                break;
            case "nova":
                MakeCompute(seen);
                break;
            case "neutron":
                MakeNetwork(seen);
                break;
            case "octavia":
                MakeLoadBalancing(seen);
                break;
            case "magnum":
                MakeMagnum(seen);
                break;
        }

        Find(seen);
    }

    /// <summary>What was surmised to be there is what any capture shows of that name.</summary>
    private Seen Fuller(Seen surmised) =>
        _atlas.GetValueOrDefault(surmised.Id)
        ?? _atlas.Values.FirstOrDefault(seen =>
            seen.Service == surmised.Service && seen.Kind == surmised.Kind && seen.Name == surmised.Name
        )
        ?? surmised;

    private static CapturedExchange Told(CapturedExchange exchange) => exchange with { Surmised = null };

    /// <summary>Looks for it by its name where its project says; what is found is known from then on.</summary>
    private bool Find(Seen seen)
    {
        var found = seen.Service switch
        {
            "keystone" => FindIdentity(seen),
            "glance" => World
                .Images.Newest.FirstOrDefault(image =>
                    image.Name == seen.Name && seen.Kind == "image" && !Ids.IsTaken(image.Id)
                )
                ?.Id,
            "nova" => FindCompute(seen),
            "placement" => World.Compute.Hypervisors.Find(seen.Name)?.Id,
            "neutron" => FindNetwork(seen),
            "octavia" => FindLoadBalancing(seen),
            "magnum" => FindMagnum(seen),
            _ => null,
        };
        if (found is null)
            return false;
        if (seen.Id.Length > 0)
            Ids.Learn(seen.Id, found);
        return true;
    }

    /// <summary>One of that name is there: without an id there is nothing to tell two apart by.</summary>
    private bool Named(Seen seen) =>
        seen.Service switch
        {
            "glance" => World.Images.All.Exists(one => one.Name == seen.Name),
            "nova" when seen.Kind == "server" => World.Compute.Servers.Any(one => one.Name == seen.Name),
            "magnum" => World.Magnum.FindCluster(seen.Name) is not null
                || World.Magnum.Templates.Find(seen.Name) is not null,
            _ => false,
        };

    private bool Exists(string id) =>
        World.Identity.Projects.Exists(one => one.Id == id)
        || World.Identity.Users.Exists(one => one.Id == id)
        || World.Identity.Domains.Exists(one => one.Id == id)
        || World.Identity.Grants.Roles.Exists(one => one.Id == id)
        || World.Identity.Catalog.Services.Exists(one => one.Id == id)
        || World.Identity.AppCredentials.All.Exists(one => one.Id == id)
        || World.Images.Find(id)?.Id == id
        || World.Compute.Servers.Find(id)?.Id == id
        || World.Compute.Flavors.Find(id)?.Id == id
        || World.Compute.Hypervisors.Any(one => one.Id == id || one.ServiceId == id)
        || NetworkHolds(id)
        || BalancingHolds(id)
        || World.Magnum.FindCluster(id)?.Id == id
        || World.Magnum.Templates.Find(id)?.Id == id;

    /// <summary>What the model refuses to make is missing in the answer, and said there.</summary>
    private void Guarded(Action make)
    {
        try
        {
            make();
        }
        catch (RefusedException refused)
        {
            Trouble?.Invoke(refused.Message);
        }
    }
}
