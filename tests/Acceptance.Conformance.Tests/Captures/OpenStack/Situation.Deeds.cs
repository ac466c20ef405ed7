using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>The deed that a time line looks on, done in the model.</summary>
internal sealed partial class Situation
{
    /// <summary>Brings what a time line looks on to where it begins; null when its bodies show nothing.</summary>
    public Seen? Prepare(IReadOnlyList<CapturedExchange> bodies, string command)
    {
        LastCaller = World.Identity.Tokens.Issue(
            World.Identity.Admin,
            World.Identity.Project(World.Plan.AdminProject),
            null,
            false
        );
        var words = WordsOf(command);
        var subject = bodies
            .SelectMany(Seen.In)
            .FirstOrDefault(seen =>
                seen.Id.Length > 0 && (seen.Text("status") + seen.Text("provisioning_status")).Length > 0
            );
        if (subject is null)
            return null;
        lock (World.Gate)
            Guarded(() => Tenant(subject));
        if (words.Contains("after"))
            return subject;
        if (Makes(command))
        {
            foreach (
                var old in World
                    .Compute.Servers.Where(one => subject.Service == "nova" && one.Name == subject.Name)
                    .ToArray()
            )
                Gone(old);
            World.Images.All.RemoveAll(one => subject.Service == "glance" && one.Name == subject.Name);
            return subject;
        }

        lock (World.Gate)
            Guarded(() => Needed(subject.Id));
        foreach (var seen in Seen.In(bodies[0]))
            Reach(seen, force: true);
        return subject;
    }

    /// <summary>Does what the command names; false when that is nothing known here.</summary>
    public bool Begin(Seen subject, string command, string end)
    {
        lock (World.Gate)
        {
            var done = false;
            Guarded(() => done = Do(subject, WordsOf(command), command, end));
            return done;
        }
    }

    public static bool Makes(string command) =>
        WordsOf(command) is var words && words.Contains("create") && !words.Contains("listener");

    private static HashSet<string> WordsOf(string command)
    {
        var words = Regex
            .Matches(command, "[A-Za-z0-9_]+")
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        if (command.Contains("/listeners", StringComparison.Ordinal))
            words.Add("listener");
        if (command.StartsWith("POST ", StringComparison.Ordinal))
            words.Add("create");
        if (command.StartsWith("DELETE ", StringComparison.Ordinal))
            words.Add("delete");
        return words;
    }

    /// <summary>The admin holds a tenant's roles on the project, as the tenant's set-up gave them.</summary>
    private void Tenant(Seen subject)
    {
        if (
            Needed(subject.Text("project_id") is { Length: > 0 } id ? id : subject.Text("tenant_id")) is not { } known
            || World.Identity.Projects.Find(one => one.Id == known) is not { } project
        )
            return;
        foreach (var role in (string[])["member", "load-balancer_member"])
            World.Identity.Grants.Assign(World.Identity.Admin, World.Identity.Grants.Role(role), project);
    }

    private bool Do(Seen subject, HashSet<string> words, string command, string end) =>
        subject.Service switch
        {
            "nova" => DoServer(subject, words, end),
            "glance" => DoImage(subject, words),
            "octavia" => DoBalancer(subject, words, end),
            "magnum" => DoCluster(subject, words, command),
            _ => false,
        };

    private bool DoServer(Seen subject, HashSet<string> words, string end)
    {
        if (words.Contains("create"))
        {
            var request = new ServerRequest(
                subject.Name,
                Needed(subject.Text("tenant_id"))!,
                Needed(subject.Text("user_id")) ?? World.Identity.Admin.Id,
                Needed(subject.Nested("flavor")) ?? AnyFlavor().Id
            );
            Compute.Boot(
                request with
                {
                    Image = Needed(subject.Nested("image")),
                    Host = end == "ERROR" ? "no host" : null,
                }
            );
            return true;
        }

        if (Ids.Of(subject.Id) is not { } id || Compute.Servers.Find(id) is not { } server)
            return false;
        if (words.Contains("delete"))
            Compute.Power.Delete(server);
        else if (words.Contains("stop"))
            Compute.Power.Stop(server);
        else if (words.Contains("start"))
            Compute.Power.Start(server);
        else if (words.Contains("reboot"))
            Compute.Power.Reboot(server, words.Contains("hard"));
        else if (words.Contains("pause"))
            Compute.Power.Pause(server);
        else if (words.Contains("shelve"))
            Compute.Power.Shelve(server);
        else
            return false;
        return true;
    }

    private bool DoImage(Seen subject, HashSet<string> words)
    {
        var owner =
            World.Identity.Projects.Find(one => one.Id == Needed(subject.Text("owner")))
            ?? World.Identity.Project(World.Plan.AdminProject);
        var image = World.Images.Create(subject.Name, owner, "qcow2", "bare");
        Ids.Learn(subject.Id, image.Id);
        if (words.Contains("download"))
            World.ImageImports.ImportFromWeb(
                image,
                World.Identity.Admin,
                "req-captured",
                "http://192.0.2.10/none.qcow2"
            );
        else if (words.Contains("import"))
        {
            World.ImageImports.Stage(image, DiskImage.Qcow2(subject.Name, 1L << 30));
            World.Clock.In(
                TimeSpan.FromSeconds(1),
                () => World.ImageImports.ImportStaged(image, World.Identity.Admin, "req-captured")
            );
        }
        else
            World.Images.Upload(image, DiskImage.Qcow2(subject.Name, 1L << 30));

        return true;
    }

    private bool DoBalancer(Seen subject, HashSet<string> words, string end)
    {
        if (subject.Kind == "amphora" && _atlas.TryGetValue(subject.Text("loadbalancer_id"), out var known))
            subject = known;
        if (words.Contains("create") && !words.Contains("listener"))
        {
            var made = Octavia.Create(
                new LoadBalancerRequest(subject.Name + "-line", Owner(subject), Needed(subject.Text("vip_subnet_id"))!)
            );
            Ids.Learn(subject.Id, made.Id);
            if (words.Contains("failover"))
                WhenSettled(made, () => Octavia.Amphorae.Failover(made));
            return true;
        }

        if (Needed(subject.Id) is not { } id || Octavia.LoadBalancers.Find(id) is not { } balancer)
            return false;
        if (words.Contains("delete"))
            Octavia.Delete(balancer, cascade: true);
        else if (words.Contains("listener"))
            Octavia.Parts.AddListener(balancer, "line", "TCP", 7443);
        else if (words.Contains("failover"))
        {
            FailOver(balancer, end);
        }
        else
            return false;

        return true;
    }

    private void FailOver(OctaviaLoadBalancer balancer, string end)
    {
        if (end == "ERROR")
            foreach (var node in World.Compute.Hypervisors)
                World.Compute.Hypervisors.Disable(node, "captured");
        World.LoadBalancing.Amphorae.Failover(balancer);
        if (end == "ERROR")
            World.Clock.In(
                TimeSpan.FromSeconds(30),
                () =>
                {
                    foreach (var node in World.Compute.Hypervisors)
                        World.Compute.Hypervisors.Enable(node);
                }
            );
    }

    private void WhenSettled(OctaviaLoadBalancer balancer, Action then) =>
        World.Clock.In(
            TimeSpan.FromSeconds(1.2),
            () =>
            {
                if (balancer.Provisioning == ProvisioningStatus.Active)
                    then();
                else
                    WhenSettled(balancer, then);
            }
        );

    private bool DoCluster(Seen subject, HashSet<string> words, string command)
    {
        if (words.Contains("create"))
        {
            foreach (var old in World.Magnum.Clusters.Where(one => one.Name == subject.Name).ToArray())
                World.Magnum.Clusters.Remove(old);
            MakeCluster(subject);
            return true;
        }

        if (Needed(subject.Id) is not { } id || World.Magnum.FindCluster(id) is not { } cluster)
            return false;
        if (words.Contains("delete"))
            World.Magnum.Delete(cluster);
        else if (words.Contains("resize") && Regex.Match(command, @"(\d+)\s*$") is { Success: true } count)
            World.Magnum.Resize(cluster, int.Parse(count.Groups[1].Value));
        else
            return false;
        return true;
    }
}
