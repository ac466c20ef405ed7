using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Cloud.Twin.Personas.Nginx;

/// <summary>
/// What nginx finds in the jumphost's vhosts: first whether every line can be read, then addresses, certificates, keys
/// and CA files (captures nginx-t-*; OpenSSL 3).
/// </summary>
internal sealed class VhostJudge(PersonaCall call)
{
    private const string NoSuchFile =
        "error:80000002:system library::No such file or directory:calling fopen({0}, r) "
        + "error:10000080:BIO routines::no such file";

    /// <summary>Reads and tries all vhosts, and tells what would serve.</summary>
    /// <exception cref="NginxRefusedException">nginx would not take them.</exception>
    /// <exception cref="NotEmulatedException">
    /// There is more in them than a proxy, or nginx.conf is not the package's.
    /// </exception>
    public IReadOnlyList<NginxVhost> Judge()
    {
        if (Read(NginxServer.MainFile) != NginxServer.MainText)
            throw new NotEmulatedException($"the judgement of a {NginxServer.MainFile} that somebody edited");
        var whole = new NginxBlock("http", null, NginxServer.MainFile);
        var folder = call.Host.Root + NginxServer.Enabled;
        foreach (var name in call.File(folder).Lines.Order(StringComparer.Ordinal))
        {
            var file = $"{NginxServer.Enabled}/{name}";
            new VhostReader(file, Read(file) ?? throw Unreadable(file)).Into(whole);
        }

        foreach (var server in whole.Inside)
            Judge(server);
        return ServedVhosts.Of(whole);
    }

    private static NginxRefusedException Unreadable(string file) =>
        new($"open() \"{file}\" failed (2: No such file or directory) in {NginxServer.MainFile}:13");

    private void Judge(NginxBlock server)
    {
        foreach (var (words, place) in server.All("listen"))
            Listen(words[1], place);
        Serves(server);
        foreach (var location in Within(server))
            Passes(location);
    }

    private static IEnumerable<NginxBlock> Within(NginxBlock block) =>
        block.Inside.SelectMany(inner => Within(inner).Prepend(inner));

    private static void Listen(string address, string place)
    {
        var (host, port) = Parted(address.All(char.IsAsciiDigit) ? $"*:{address}" : address);
        if (port is not (null or (> 0 and < 65536)))
            throw new NginxRefusedException($"invalid port in \"{address}\" of the \"listen\" directive in {place}");
        if (host is not "*" && !IPAddress.TryParse(host.Trim('[', ']'), out _))
            throw new NotEmulatedException("the judgement of nginx's listen at a name");
    }

    /// <summary>What a server shows its own clients.</summary>
    private void Serves(NginxBlock server)
    {
        var (certificate, key) = (server.Value("ssl_certificate"), server.Value("ssl_certificate_key"));
        if (certificate is null && server.All("listen").Any(listen => listen.Words.Contains("ssl")))
            throw new NginxRefusedException(
                $"no \"ssl_certificate\" is defined for the \"listen ... ssl\" directive in {server.Place}"
            );
        if (certificate is not null)
            Pair(certificate, key, "ssl_certificate_key");
    }

    /// <summary>Whom a location passes to, and what it asks of a server that speaks TLS.</summary>
    private void Passes(NginxBlock location)
    {
        foreach (var (words, place) in location.All("proxy_pass"))
        {
            var url = words[1];
            var secure = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
            if (!secure && !url.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
                throw new NginxRefusedException($"invalid URL prefix in {place}");
            var host = Parted(url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..].Split('/')[0]).Host;
            if (host.Contains('$', StringComparison.Ordinal))
                throw new NotEmulatedException("the judgement of nginx's proxy_pass to a variable");
            if (!Resolves(host))
                throw new NginxRefusedException($"host not found in upstream \"{host}\" in {place}");
            if (!secure)
                continue;
            if (location.Value("proxy_ssl_certificate") is { } certificate)
                Pair(certificate, location.Value("proxy_ssl_certificate_key"), "proxy_ssl_certificate_key");
            if (location.Value("proxy_ssl_verify") == "on")
                Authority(location.Value("proxy_ssl_trusted_certificate"));
        }
    }

    private void Authority(string? file)
    {
        if (file is null)
            throw new NginxRefusedException("no proxy_ssl_trusted_certificate for proxy_ssl_verify");
        var text =
            Read(file)
            ?? throw new NginxRefusedException(
                $"SSL_CTX_load_verify_locations(\"{file}\") failed "
                    + $"(SSL: {Missing(file)} error:05880002:x509 certificate routines::system lib)"
            );
        if (!text.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
            throw new NginxRefusedException(
                $"SSL_CTX_load_verify_locations(\"{file}\") failed "
                    + "(SSL: error:05800088:x509 certificate routines::no certificate or crl found)"
            );
    }

    private void Pair(string certificate, string? key, string directive)
    {
        if (key is null)
            throw new NginxRefusedException($"no \"{directive}\" is defined for certificate \"{certificate}\"");
        if (Read(certificate) is not { } shown)
            throw new NginxRefusedException(
                $"cannot load certificate \"{certificate}\": BIO_new_file() failed (SSL: {Missing(certificate)})"
            );
        if (Read(key) is not { } held)
            throw new NginxRefusedException(
                $"cannot load certificate key \"{key}\": BIO_new_file() failed (SSL: {Missing(key)})"
            );
        if (!Match(shown, held))
            throw new NginxRefusedException(
                $"SSL_CTX_use_PrivateKey(\"{key}\") failed "
                    + "(SSL: error:05800074:x509 certificate routines::key values mismatch)"
            );
    }

    private static bool Match(string certificatePem, string keyPem)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(certificatePem);
            using var key = RSA.Create();
            key.ImportFromPem(keyPem);
            return certificate
                .PublicKey.ExportSubjectPublicKeyInfo()
                .AsSpan()
                .SequenceEqual(key.ExportSubjectPublicKeyInfo());
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            throw new NotEmulatedException("the judgement of a certificate or key that is not RSA in PEM");
        }
    }

    private static string Missing(string file) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, NoSuchFile, file);

    private static (string Host, int? Port) Parted(string address)
    {
        var colon = address.IndexOf(':', Math.Max(0, address.LastIndexOf(']')));
        return colon < 0 ? (address, null)
            : int.TryParse(address[(colon + 1)..], out var port) ? (address[..colon], port)
            : (address[..colon], 0);
    }

    /// <summary>An address, the host's own name, or that of a machine which MAAS serves.</summary>
    private bool Resolves(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out _)
        || host == "localhost"
        || host == call.Host.Name
        || call.World.Juju.AllMachines.Any(machine => host == machine.Hostname || host == machine.Hostname + ".maas");

    /// <summary>
    /// A file of the host, or of the operator's home. A path that a command wrote into it is the host's own again.
    /// </summary>
    private string? Read(string path)
    {
        var real =
            call.World.Jumphost.Home is { Length: > 1 } home && path.StartsWith(home + "/", StringComparison.Ordinal)
                ? path
                : call.Host.Root + Path.GetFullPath(path, "/");
        return call.File(real).TextOrNull is { } text ? PathMapping.Back(text, call.Host) : null;
    }
}
