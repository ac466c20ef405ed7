using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Live.Transport;
using Acceptance.Cloud.Sentences;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// A CA in PEM. An indented one is what `juju run ... get-root-ca` prints (DOCFIX-021): no program takes it, and ours
/// says so.
/// </summary>
internal static class CaFile
{
    private const string Begin = "-----BEGIN CERTIFICATE-----";

    private const string Remedy =
        "take the Vault root from the action's JSON (juju run vault/leader get-root-ca --format=json), "
        + "not from what it prints for people";

    public static Reading<Trust> Read(string pem, string path)
    {
        var lines = pem.Split('\n');
        if (
            lines.Any(line =>
                line.TrimStart().StartsWith(Begin, StringComparison.Ordinal) && char.IsWhiteSpace(line[0])
            )
        )
            return Refused($"The CA file {path} is indented PEM, which no program takes (DOCFIX-021): {Remedy}.", path);
        if (!lines.Any(line => line.StartsWith(Begin, StringComparison.Ordinal)))
            return Refused($"The CA file {path} is not PEM: no line of it is {Begin}; {Remedy}.", path);
        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPem(pem);
            return authorities.Count == 0
                ? Refused($"The CA file {path} holds no whole certificate: {Remedy}.", path)
                : new Reading<Trust>.Seen(
                    new Trust(authorities, $"the CA in {path}"),
                    CredentialLocation.EvidenceOf(path)
                );
        }
        catch (CryptographicException broken)
        {
            return Refused(
                $"The CA file {path} holds a certificate that cannot be read ({broken.Message}): {Remedy}.",
                path
            );
        }
    }

    private static Reading<Trust> Refused(Sentence sentence, string path) =>
        CredentialLocation.Unread<Trust>(sentence, path);
}
