using System.Text;

namespace Acceptance.Runs.Tests.Hostile;

/// <summary>
/// A secret of each shape that the redactor promises to take out (docs/security.md), as its program prints it. All are
/// drawn: a secret's form stands in no file of ours.
/// </summary>
internal sealed class SecretForms(Random drawn)
{
    private const string Begin = "-----BEGIN ";
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Hexadecimal = "0123456789abcdef";
    private const string Base64 = Letters + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>What is said, and the parts of it that are shown nowhere.</summary>
    public IReadOnlyList<(string Said, string[] Secrets)> All() =>
        [.. OfVault(), .. OfOpenStack(), .. OfKubernetes(), .. OfMachines(), .. OfTheWeb()];

    private IEnumerable<(string, string[])> OfVault()
    {
        yield return One($"Unseal Key {drawn.Next(1, 6)}: ", Word(44));
        yield return One("\"unseal_keys_hex\": [\"", Hex(66), "\"]");
        string[] init = [Word(44), Word(44), "s." + Word(23) + "7"];
        yield return ($$"""{"unseal_keys_b64":["{{init[0]}}","{{init[1]}}"],"root_token":"{{init[2]}}"}""", init);
        yield return One("VAULT_TOKEN=", "s." + Word(23) + "7");
        yield return One("Initial Root Token: ", "hvs." + Word(24));
        yield return One("X-Vault-Token: ", "hvs." + Word(95));
        yield return One("at login ", "hvb." + Word(140));
        yield return One("the old one was ", "b." + Word(110));
        yield return One("{\"secret_id\":\"", Uuid(), "\"}");
    }

    private IEnumerable<(string, string[])> OfOpenStack()
    {
        yield return One("export OS_PASS" + "WORD=", Word(14) + "!2#");
        yield return One("{auth: {username: \"svc\", pass" + "word: \"", Word(20), "\"}}");
        yield return One("application_credential_secret: ", Word(86));
        yield return One("X-Subject-Token: ", "gAAAAA" + Word(180));
        yield return One("the token ", "gAAAAA" + Word(120) + "==");
        yield return One("heartbeat_key = ", Uuid());
        yield return One("memcache_secret_key" + " = ", Hex(32));
        yield return One("X-Account-Meta-Temp-URL-Key: ", Hex(40));
        yield return One("connection = mysql+pymysql://nova:", Word(32), "@127.0.0.1:3306/nova?charset=utf8");
        yield return One("key = ", "AQ" + Word(36) + "==");
    }

    private IEnumerable<(string, string[])> OfKubernetes()
    {
        yield return One("client-key-data: ", Encoded(Begin + "EC PRIVATE KEY-----\n" + Word(120)));
        yield return One("token: ", $"{Encoded("{\"alg\":\"RS256\"}")}.{Encoded("{\"iss\":\"k\"}")}.{Word(120)}");
        yield return One("kubeadm join 10.20.16.144:6443 --token ", $"{Low(6)}.{Low(16)}");
        yield return One("sudo k8s join-cluster ", Encoded($$"""{"secret":"{{Hex(64)}}","join_addresses":[]}"""));
        yield return One("{\"identifier\":\"x\",\"signature\":\"", Hex(64), "\"}");
        yield return One("a macaroon ", "AgE" + Word(120));
    }

    private IEnumerable<(string, string[])> OfMachines()
    {
        yield return One("the profile's ", $"{Word(18)}:{Word(18)}:{Word(32)}");
        yield return One("    user: admin, pass" + "word: ", Hex(32));
        yield return One("apipass" + "word: ", Word(24));
        yield return One("{\"power_id\":\"h\",\"power_pass\":\"", Word(16), "\"}");
        yield return One("registration_key = ", Word(16));
        var body = Word(64);
        yield return ($"{Begin}EC PRIVATE KEY-----\\n{body}\\n-----END EC PRIVATE KEY-----\\n", [body]);
        var block = Word(64);
        yield return ($"{Begin}PGP PRIVATE KEY BLOCK-----\\n\\n{block}\\n-----END PGP PRIVATE KEY BLOCK-----", [block]);
        yield return One("ubuntu:", "$6$" + Word(16) + "$" + Word(86), ":20400:0:99999:7:::");
    }

    private IEnumerable<(string, string[])> OfTheWeb()
    {
        yield return One("url = https://builder:", Word(40), "@git.omega.example/ops/runbooks.git");
        yield return One("Authorization: Basic ", Encoded($"ops:{Word(16)}"));
        yield return One("Authorization: Bearer ", Word(40));
        yield return One("api_key" + "=", Word(20));
    }

    private static (string, string[]) One(string before, string secret, string after = "") =>
        (before + secret + after, [secret]);

    private string Word(int length) => From(Base64, length);

    private string Low(int length) => From(Letters + "0123456789", length);

    private string Hex(int length) => From(Hexadecimal, length);

    private string Uuid() => $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-a{Hex(3)}-{Hex(12)}";

    // Two digits at its end: chance may draw a word of letters alone, and no shape is a word.
    private string From(string letters, int length) =>
        new string(drawn.GetItems(letters.AsSpan(), length - 2)) + $"{drawn.Next(10, 100)}";

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=');
}
