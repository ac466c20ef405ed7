using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Secrets;

/// <summary>
/// The shapes of secrets. Every answer passes here: generated code with a time-out is five times as fast as what
/// never backtracks.
/// </summary>
internal static partial class SecretExpressions
{
    /// <summary>Characters of the consumer key that a MAAS API key begins with.</summary>
    public const int ConsumerKey = 18;

    private const int MostMilliseconds = 1_000;
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    /// <summary>
    /// Printable ASCII as JSON, a URL and HTML may spell it: a quote, a colon or a blank between a name and its secret.
    /// </summary>
    [GeneratedRegex(
        @"\\+u00(?<code>[2-7][0-9a-f])|%(?<code>[2-7][0-9a-f])|&#x0*(?<code>[2-7][0-9a-f]);|&(?<name>#3[49]|quot|amp|lt|gt);",
        RegexOptions.IgnoreCase | Options,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    public static partial Regex Spelled();

    /// <summary>PEM and PGP, also cut off, also in one line.</summary>
    [GeneratedRegex(
        "-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----.*?(-----END [A-Z ]*PRIVATE KEY( BLOCK)?-----|$)",
        RegexOptions.Singleline | Options,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    public static partial Regex PrivateKey();

    /// <summary>
    /// name: value, name=value, "name": "value", \"name\": \"value\", and as Python shows it: 'name': 'value'.
    /// </summary>
    [GeneratedRegex(
        """(?<name>(password|passwd|passphrase|adminPass|power_pass|secret|secret[_-](key|id)|secretid|client-key-data|token|macaroon|unseal_key|private[_-]?key|access[_-]?key|api[_-]?key|heartbeat[_-]key|registration_key|temp-url-key|x-(auth|subject)-token)\\*["']?\s*[:=]\s*)("[^"]*"|\\+"[^"]*"|\\*'[^']*'|(?!REDACTED)(&[a-z0-9#]{2,5};|[^\s,;{}\[\]])+)""",
        RegexOptions.IgnoreCase | Options,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    public static partial Regex Named();

    /// <summary>The lists that Vault's init prints, as JSON and as YAML; a macaroon's signature.</summary>
    [GeneratedRegex(
        """(?<name>((unseal|recovery)_keys(_b64|_hex|_base64)?|keys_(base64|b64|hex))\\*["']?\s*[:=]\s*)(\[[^\]]*\]?|(\s*-\s*\S+)+|(?!REDACTED\b)\S+)|(?<name>\bkeys\\*["']?\s*[:=]\s*)(\[\s*|-\s*)\\*["']?[0-9a-f]{66}\b[^\]]*\]?|(?<name>\bsignature\\*["']?\s*[:=]\s*)\\*["']?[0-9a-f]{64}\b\\*["']?""",
        RegexOptions.IgnoreCase | Options,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    public static partial Regex Listed();

    /// <summary>Unseal Key 3: ...; a share of one.</summary>
    [GeneratedRegex(
        """(?<name>\b(unseal|recovery)[ _-]?key[ _-]?(shares?)?[ _]?#?[0-9]{0,2}\)?["']?\s*[:=]?\s*["']?)[A-Za-z0-9+/]{20,}={0,2}""",
        RegexOptions.IgnoreCase | Options,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    public static partial Regex Share();

    [GeneratedRegex(
        """(?<name>\bauthorization\\*["']?\s*[:=]\s*\\*["']?((basic|bearer|token|digest|negotiate)\s+)?)[^\s"'\\]+|(?<name>\bbearer\s+)(?=[^\s"]*[0-9])[A-Za-z0-9._~+/=-]{6,}|(?<name>\bbearer\s+)[A-Za-z0-9._~+/=-]{20,}""",
        RegexOptions.IgnoreCase | Options,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    public static partial Regex Authorization();

    /// <summary>On a command's line: --token X, ipmitool ... -P X, a kubeadm token.</summary>
    [GeneratedRegex(
        """(?<name>--(os-)?(password|passphrase|token|secret|api-key|base64)\s+)(?!-|REDACTED\b)\S+|(?<name>\bipmitool\b[^\n]*?\s-P\s+)\S+|(?<name>\b(join|bootstrap)[^\n]{0,80}?[\s"'=:])[a-z0-9]{6}\.[a-z0-9]{16}\b""",
        RegexOptions.IgnoreCase | Options,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    public static partial Regex Option();

    /// <summary>scheme://user:password@host.</summary>
    [GeneratedRegex(
        """(?<name>://[^\s/:@'"]*:)[^\s/@'"]+(?=@)""",
        RegexOptions.IgnoreCase | Options,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    public static partial Regex UserInfo();

    /// <summary>
    /// Known by how they begin: Vault's tokens, Keystone's, JSON and macaroons in base64, Ceph's keys, private keys in
    /// base64 (a certificate begins so, too, and is none), hashes of passwords.
    /// </summary>
    [GeneratedRegex(
        """\bhv[sbr]\.[A-Za-z0-9_-]{8,}|\bs\.[A-Za-z0-9]{24}\b|\bb\.[A-Za-z0-9_-]{100,}|\bgAAAAA[A-Za-z0-9_-]{20,}={0,2}|\beyJ[A-Za-z0-9+/_-]{16,}={0,2}(\.[A-Za-z0-9_-]+)*|\bAgE[A-Za-z0-9+/_-]{40,}={0,2}|\bAQ[A-Za-z0-9+/]{36}==|\bLS0tLS1CRUdJTi(?!BDRVJUSUZJQ0FUR)[A-Za-z0-9+/]{16,}={0,2}|\$(6|5|1|y|2[aby])\$[./A-Za-z0-9$=,]{20,}""",
        Options,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    public static partial Regex Prefixed();

    /// <summary>The second half of a MAAS API key, behind its first 18 characters.</summary>
    [GeneratedRegex(
        """(?<=\b[A-Za-z0-9]{18}):[A-Za-z0-9]{18}:[A-Za-z0-9]{32}\b""",
        Options,
        matchTimeoutMilliseconds: MostMilliseconds
    )]
    public static partial Regex MaasKey();
}
