using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Vault;

namespace Acceptance.Cloud.Twin.Personas.Vault;

/// <summary>
/// vault 1.7 on the vault unit (FACTS 8.3): status exits 0 unsealed, 2 sealed, 1 on error; unseal asks for its share
/// without echo.
/// </summary>
internal sealed class VaultPersona : Persona
{
    private const string NotATerminal =
        "An error occurred attempting to ask for an unseal key. The raw error\n"
        + "message is shown below, but usually this is because you attempted to pipe a\n"
        + "value into the unseal command or you are executing outside of a terminal\n"
        + "(tty). You should run the unseal command from a terminal for maximum\n"
        + "security. If you cannot run the unseal from a terminal, the unseal key can be\n"
        + "provided as an argument to the unseal command. The raw error was:\n\n"
        + "file descriptor 0 is not a terminal\n";

    public override IReadOnlyList<string> Names { get; } = ["vault"];

    public override HostKind On => HostKind.Container;

    public override string Folder => "/snap/bin";

    public override bool IsOn(ShellHost host) =>
        host.Machine?.Units.Any(unit => unit.Application.Charm.CharmName == "vault") ?? false;

    public override async Task<int> Run(PersonaCall call)
    {
        var verb = string.Join(
            ' ',
            call.Argv.TakeWhile(word => !word.StartsWith('-')).Take(call.Argv.FirstOrDefault() == "operator" ? 2 : 1)
        );
        if (verb == "version" || call.Argv.FirstOrDefault() is "-v" or "--version")
            return Say(call, $"Vault v{Mine(call).Version}\n");
        if (Unreachable(call) is { } why)
            return call.Fail(verb == "status" ? 1 : 2, why);
        return verb switch
        {
            "status" => Status(call),
            "operator unseal" => await Unseal(call),
            "operator seal" => Seal(call),
            "operator init" when Mine(call).Initialized => call.Fail(
                2,
                "Error initializing: Error making API request.\n\n"
                    + "URL: PUT http://127.0.0.1:8200/v1/sys/init\n"
                    + "Code: 400. Errors:\n\n"
                    + "* Vault is already initialized"
            ),
            _ => throw new NotEmulatedException($"vault {verb}"),
        };
    }

    /// <summary>The one on this host.</summary>
    private static VaultServer Mine(PersonaCall call) => call.World.VaultOn(call.Host.Machine!)!;

    /// <summary>Without VAULT_ADDR the client speaks https to a listener that speaks http.</summary>
    private static string? Unreachable(PersonaCall call)
    {
        var address = call.Env.GetValueOrDefault("VAULT_ADDR") ?? "https://127.0.0.1:8200";
        if (!Mine(call).Running)
            return $"Error checking seal status: Get \"{address}/v1/sys/seal-status\": "
                + "dial tcp 127.0.0.1:8200: connect: connection refused";
        return
            address.StartsWith("https://127.0.0.1", StringComparison.Ordinal)
            || address.StartsWith("https://localhost", StringComparison.Ordinal)
            ? $"Error checking seal status: Get \"{address}/v1/sys/seal-status\": "
                + "http: server gave HTTP response to HTTPS client"
            : null;
    }

    private static int Status(PersonaCall call)
    {
        lock (call.World.Gate)
        {
            var vault = Mine(call);
            call.Out(Json(call) ? Document(vault).ToJsonString(Indented) + "\n" : Table(vault));
            return vault.Sealed ? 2 : 0;
        }
    }

    private static async Task<int> Unseal(PersonaCall call)
    {
        if (call.Argv.Contains("-reset"))
        {
            lock (call.World.Gate)
                Mine(call).ResetUnseal();
            return Say(call, Table(Mine(call)));
        }

        var share = call.Argv.Skip(2).FirstOrDefault(word => !word.StartsWith('-'));
        if (share is null)
        {
            if (!call.HasTerminal)
                return call.Fail(1, $"Unseal Key (will be hidden): \n{NotATerminal}");
            share = await call.Prompt("Unseal Key (will be hidden): ");
            call.Out("\n");
        }

        lock (call.World.Gate)
        {
            if (string.IsNullOrEmpty(share) || !IsBase64(share))
                return call.Fail(
                    2,
                    "Error unsealing: Error making API request.\n\n"
                        + "URL: PUT http://127.0.0.1:8200/v1/sys/unseal\n"
                        + "Code: 400. Errors:\n\n"
                        + "* 'key' must be a valid hex or base64 string"
                );
            if (!Mine(call).Unseal(share.Trim()))
                return call.Fail(
                    2,
                    "Error unsealing: Error making API request.\n\n"
                        + "URL: PUT http://127.0.0.1:8200/v1/sys/unseal\n"
                        + "Code: 400. Errors:\n\n"
                        + "* failed to decrypt encrypted stored keys: cipher: message authentication failed"
                );
            call.Out(Json(call) ? Document(Mine(call)).ToJsonString(Indented) + "\n" : Table(Mine(call)));
            return 0;
        }
    }

    private static int Seal(PersonaCall call)
    {
        if (!call.Env.ContainsKey("VAULT_TOKEN"))
            return call.Fail(
                2,
                "Error sealing: Error making API request.\n\n"
                    + "URL: PUT http://127.0.0.1:8200/v1/sys/seal\n"
                    + "Code: 400. Errors:\n\n"
                    + "* missing client token"
            );
        lock (call.World.Gate)
            Mine(call).Seal();
        return Say(call, "Success! Vault is sealed.\n");
    }

    private static string Table(VaultServer vault)
    {
        List<(string Key, string Value)> rows =
        [
            ("Seal Type", "shamir"),
            ("Initialized", Lower(vault.Initialized)),
            ("Sealed", Lower(vault.Sealed)),
            ("Total Shares", $"{vault.Shares.Count}"),
            ("Threshold", $"{vault.Threshold}"),
        ];
        if (vault.Sealed)
            rows.AddRange([
                ("Unseal Progress", $"{vault.Progress}/{vault.Threshold}"),
                ("Unseal Nonce", vault.Nonce.Length > 0 ? vault.Nonce : "n/a"),
            ]);
        rows.AddRange([("Version", vault.Version), ("Storage Type", vault.StorageType)]);
        if (!vault.Sealed)
            rows.AddRange([("Cluster Name", vault.ClusterName), ("Cluster ID", vault.ClusterId)]);
        rows.Add(("HA Enabled", Lower(vault.HasPeers)));
        rows.AddRange(HighAvailability(vault));
        var width = rows.Max(row => row.Key.Length) + 4;
        var text = new StringBuilder($"{"Key".PadRight(width)}Value\n{"---".PadRight(width)}-----\n");
        foreach (var (key, value) in rows)
            text.Append(key.PadRight(width)).Append(value).Append('\n');
        return text.ToString();
    }

    /// <summary>What a member of a cluster says of who is active; a sealed one knows nothing of it.</summary>
    private static IEnumerable<(string Key, string Value)> HighAvailability(VaultServer vault)
    {
        if (vault is not { HasPeers: true, Sealed: false, Leader: { } leader })
            yield break;
        yield return ("HA Cluster", $"https://{Address(leader)}:8201");
        yield return ("HA Mode", leader == vault ? "active" : "standby");
        if (leader == vault)
            yield return ("Active Since", Moment(leader));
        else
            yield return ("Active Node Address", $"http://{Address(leader)}:8200");
        yield return ("Raft Committed Index", $"{CommittedIndex}");
        yield return ("Raft Applied Index", $"{CommittedIndex}");
    }

    private const int CommittedIndex = 61274;

    private static string Address(VaultServer vault) => vault.Unit.Machine.PrimaryAddress;

    private static string Moment(VaultServer vault) =>
        vault.ActiveSince.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static JsonObject Document(VaultServer vault)
    {
        var json = new JsonObject
        {
            ["type"] = "shamir",
            ["initialized"] = vault.Initialized,
            ["sealed"] = vault.Sealed,
            ["t"] = vault.Threshold,
            ["n"] = vault.Shares.Count,
            ["progress"] = vault.Progress,
            ["nonce"] = vault.Nonce,
            ["version"] = vault.Version,
            ["migration"] = false,
        };
        if (!vault.Sealed)
        {
            json["cluster_name"] = vault.ClusterName;
            json["cluster_id"] = vault.ClusterId;
        }

        json["recovery_seal"] = false;
        json["storage_type"] = vault.StorageType;
        json["ha_enabled"] = vault.HasPeers;
        if (vault is { HasPeers: true, Leader: { } leader })
        {
            json["is_self"] = leader == vault;
            json["active_time"] = leader == vault ? Moment(leader) : "0001-01-01T00:00:00Z";
            json["leader_address"] = $"http://{Address(leader)}:8200";
            json["leader_cluster_address"] = $"https://{Address(leader)}:8201";
            json["raft_committed_index"] = CommittedIndex;
            json["raft_applied_index"] = CommittedIndex;
        }
        else
            json["active_time"] = "0001-01-01T00:00:00Z";
        return json;
    }

    private static JsonSerializerOptions Indented { get; } = new() { WriteIndented = true };

    private static bool Json(PersonaCall call) =>
        call.Argv.Any(word => word is "-format=json" or "--format=json")
        || call.Argv.Zip(call.Argv.Skip(1)).Any(pair => pair is ("-format" or "--format", "json"));

    private static bool IsBase64(string share) =>
        Convert.TryFromBase64String(share.Trim(), new byte[share.Length], out _)
        || share.Trim().All(char.IsAsciiHexDigit);

    private static string Lower(bool value) => value ? "true" : "false";

    private static int Say(PersonaCall call, string text)
    {
        call.Out(text);
        return 0;
    }
}
