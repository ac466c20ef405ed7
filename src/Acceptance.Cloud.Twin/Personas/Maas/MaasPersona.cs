using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Maas;

namespace Acceptance.Cloud.Twin.Personas.Maas;

/// <summary>
/// maas admin ... (FACTS 8.6): pure JSON to a pipe. `maas list` shows the API key, here a false one: the recorder
/// remembers who asked (DOCFIX-016).
/// </summary>
internal sealed class MaasPersona : Persona
{
    private static readonly string[] NoCommands = ["whoami", "who", "release"];

    public override IReadOnlyList<string> Names { get; } = ["maas"];

    public override HostKind On => HostKind.Jumphost;

    public override Task<int> Run(PersonaCall call)
    {
        string[] words = [.. call.Argv];
        lock (call.World.Gate)
        {
            var maas = call.World.Maas;
            if (words is ["list"])
                return Task.FromResult(
                    Say(
                        call,
                        $"{maas.Profile} http://{call.World.Plan.Address("8.10")}:5240/MAAS/api/2.0/ "
                            + "not-a-key:of-any:cloud-this-is-a-twin\n"
                    )
                );
            if (words.Length == 0 || words[0] != maas.Profile)
                return Task.FromResult(Unknown(call, words.FirstOrDefault()));
            if (words.Length == 2 && NoCommands.Contains(words[1]))
                return Task.FromResult(Unknown(call, words[1]));
            if (words.Length < 3)
                throw new NotEmulatedException($"maas {string.Join(' ', words)}");
            try
            {
                var answer = Answer(call, maas, words[1], words[2], words[3..]);
                return Task.FromResult(Say(call, answer is null ? "" : answer.ToJsonString(Indented) + "\n"));
            }
            catch (MaasRefusedException refused)
            {
                call.Out(refused.Message + "\n");
                return Task.FromResult(2);
            }
        }
    }

    private static int Unknown(PersonaCall call, string? word) =>
        call.Fail(2, $"usage: maas [-h] COMMAND ...\nmaas: error: argument COMMAND: invalid choice: '{word}'");

    /// <summary>What the API answers; null for an empty body.</summary>
    private static JsonNode? Answer(PersonaCall call, MaasRegion maas, string noun, string verb, string[] rest)
    {
        var given = Given(rest);
        var named = Named(rest);
        switch (noun, verb)
        {
            case ("machines", "read"):
                return MaasDocuments.List(
                    maas.Nodes.Where(node => !given.TryGetValue("hostname", out var name) || node.Hostname == name),
                    MaasDocuments.Machine
                );
            case ("machines", "create"):
                return MaasDocuments.Machine(Enrol(maas, given));
            case ("spaces", "read"):
                return MaasDocuments.List(maas.Spaces, MaasDocuments.Space);
            case ("subnets", "read"):
                return MaasDocuments.List(maas.Spaces, MaasDocuments.Subnet);
            case ("subnet", "read"):
                return MaasDocuments.Subnet(Subnet(maas, named));
            case ("subnet", "ip-addresses"):
                return MaasDocuments.List(maas.Addresses.On(Subnet(maas, named)), MaasDocuments.Address);
            case ("ipranges" or "discoveries", "read"):
                return new JsonArray();
            case ("ipaddresses", "read"):
                return MaasDocuments.List(
                    maas.Spaces.SelectMany(maas.Addresses.On).Where(address => address.Allocation == 4),
                    MaasDocuments.Address
                );
            case ("ipaddresses", "release"):
                Release(maas, given);
                return null;
            default:
                return OfMachine(maas, noun, verb, named, given);
        }
    }

    /// <summary>The "key=value" words of a command line; of one that is given twice the last counts.</summary>
    private static Dictionary<string, string> Given(string[] words) =>
        words
            .Where(word => word.Contains('=', StringComparison.Ordinal))
            .Select(word => word.Split('=', 2))
            .GroupBy(pair => pair[0])
            .ToDictionary(group => group.Key, group => group.Last()[1], StringComparer.Ordinal);

    private static string[] Named(string[] words) =>
        [.. words.Where(word => !word.Contains('=', StringComparison.Ordinal))];

    private static MaasNode Enrol(MaasRegion maas, Dictionary<string, string> given)
    {
        var hostname = given.GetValueOrDefault("hostname", "");
        return maas.Enrol(hostname, given.GetValueOrDefault("power_parameters_power_id", hostname));
    }

    private static void Release(MaasRegion maas, Dictionary<string, string> given) =>
        maas.Addresses.Release(
            given.GetValueOrDefault("ip", ""),
            given.GetValueOrDefault("force") == "true",
            given.GetValueOrDefault("discovered") == "true"
        );

    private static JsonNode? OfMachine(
        MaasRegion maas,
        string noun,
        string verb,
        string[] named,
        Dictionary<string, string> given
    )
    {
        if (noun is not ("machine" or "interfaces" or "interface"))
            throw new NotEmulatedException($"maas {noun} {verb}");
        var node = maas.BySystemId(named.FirstOrDefault() ?? "") ?? throw new MaasRefusedException("Not Found");
        switch (noun, verb)
        {
            case ("machine", "read"):
                return MaasDocuments.Machine(node);
            case ("machine", "delete"):
                maas.Delete(node);
                return null;
            case ("machine", "commission"):
                maas.Commission(node);
                return MaasDocuments.Machine(node);
            case ("machine", "update"):
                node.Hostname = given.GetValueOrDefault("hostname", node.Hostname);
                return MaasDocuments.Machine(node);
            case ("machine", "power-parameters"):
                return PowerParameters(node);
            case ("machine", "query-power-state"):
                return new JsonObject { ["state"] = node.PowerState };
            case ("interfaces", "read"):
                return MaasDocuments.List(node.Interfaces, one => MaasDocuments.Interface(node, one));
            default:
                return MaasInterfaces.Change(maas, node, noun, verb, named, given);
        }
    }

    private static JsonObject PowerParameters(MaasNode node) =>
        new()
        {
            ["power_address"] = "qemu+ssh://operator@127.0.0.1/system",
            ["power_id"] = node.Hostname,
            ["power_pass"] = "not-a-password-this-is-a-twin",
        };

    private static MaasSpace Subnet(MaasRegion maas, string[] named) =>
        maas.Spaces.FirstOrDefault(space =>
            $"{space.Subnet}" == named.FirstOrDefault() || space.Cidr == named.FirstOrDefault()
        ) ?? throw new MaasRefusedException("Not Found");

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true, IndentSize = 4 };

    private static int Say(PersonaCall call, string text)
    {
        if (call.StdoutIsTty)
            call.Out("Success.\nMachine-readable output follows:\n");
        call.Out(text);
        return 0;
    }
}
