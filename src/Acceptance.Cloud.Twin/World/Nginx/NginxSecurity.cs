using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>Certificates, keys and CA files: those that a configuration names are loaded by the test too (captures nginx-t-*; OpenSSL 3).</summary>
internal static partial class NginxSecurity
{
    private const string NoSuchFile =
        "error:80000002:system library::No such file or directory:calling fopen({0}, r) error:10000080:BIO routines::no such file";

    public static void Deprecated(NginxParser parser, NginxBlock block, NginxStatement statement) =>
        parser.Warn(
            $"the \"ssl\" directive is deprecated, use the \"listen ... ssl\" directive instead in {statement.Place}"
        );

    public static void SessionCache(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (statement.Words.Skip(1).FirstOrDefault(word => !Cache().IsMatch(word)) is { } bad)
            throw NginxParser.Refuse(statement, $"invalid session cache \"{bad}\"");
    }

    /// <summary>What a server shows and asks of its clients.</summary>
    public static void Server(NginxParser parser, NginxBlock server)
    {
        var (certificates, keys) = (server.Inherited("ssl_certificate"), server.Inherited("ssl_certificate_key"));
        var on = server.Inherited("ssl").FirstOrDefault(statement => statement.Words[1] == "on");
        if (on is not null && certificates.Count == 0)
            throw NginxParser.Refuse(on, "no \"ssl_certificate\" is defined for the \"ssl\" directive");
        if (certificates.Count == 0)
            return;
        if (keys.Count < certificates.Count)
            throw new NginxRefusedException(
                $"no \"ssl_certificate_key\" is defined for certificate \"{certificates[^1].Words[1]}\""
            );
        for (var i = 0; i < certificates.Count; i++)
            Pair(parser, certificates[i].Words[1], keys[i].Words[1]);
        if (
            server.Value("ssl_verify_client") is { } verify
            && verify is "on" or "optional"
            && server.Value("ssl_client_certificate") is null
        )
            throw new NginxRefusedException("no ssl_client_certificate for ssl_verify_client");
        foreach (var name in (string[])["ssl_client_certificate", "ssl_trusted_certificate"])
        {
            if (server.Value(name) is { Length: > 0 } authority)
                Authority(parser, authority);
        }

        if (
            server.Value("ssl_dhparam") is { Length: > 0 } parameters
            && parser.Around.Read(parser.Full(parameters)) is null
        )
            throw new NginxRefusedException(
                $"BIO_new_file(\"{parser.Full(parameters)}\") failed (SSL: {Missing(parser.Full(parameters))})"
            );
    }

    /// <summary>A server that listens for TLS without a certificate.</summary>
    public static void Listening(NginxBlock server)
    {
        if (
            server.All("listen").Any(listen => listen.Words.Contains("ssl"))
            && server.Inherited("ssl_certificate").Count == 0
            && server.Value("ssl_reject_handshake") != "on"
        )
            throw NginxParser.Refuse(
                server.Opened,
                "no \"ssl_certificate\" is defined for the \"listen ... ssl\" directive"
            );
    }

    /// <summary>What a location that passes to TLS shows and asks of the server behind.</summary>
    public static void Passing(NginxParser parser, NginxBlock block)
    {
        foreach (var (by, secure) in (ReadOnlySpan<(string, string)>)[("proxy", "https://"), ("grpc", "grpcs://")])
        {
            if (
                !block
                    .All($"{by}_pass")
                    .Any(pass => pass.Words[1].StartsWith(secure, StringComparison.OrdinalIgnoreCase))
            )
                continue;
            if (block.Value($"{by}_ssl_certificate") is { Length: > 0 } certificate)
            {
                if (block.Value($"{by}_ssl_certificate_key") is not { } key)
                    throw new NginxRefusedException(
                        $"no \"{by}_ssl_certificate_key\" is defined for certificate \"{certificate}\""
                    );
                Pair(parser, certificate, key);
            }

            if (!string.Equals(block.Value($"{by}_ssl_verify"), "on", StringComparison.OrdinalIgnoreCase))
                continue;
            if (block.Value($"{by}_ssl_trusted_certificate") is not { Length: > 0 } authority)
                throw new NginxRefusedException($"no {by}_ssl_trusted_certificate for {by}_ssl_verify");
            Authority(parser, authority);
        }
    }

    private static string Missing(string file) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, NoSuchFile, file);

    private static void Pair(NginxParser parser, string certificateFile, string keyFile)
    {
        // Names with variables are loaded for each connection.
        if (certificateFile.Contains('$', StringComparison.Ordinal) || keyFile.Contains('$', StringComparison.Ordinal))
            return;
        (certificateFile, keyFile) = (parser.Full(certificateFile), parser.Full(keyFile));
        if (parser.Around.Read(certificateFile) is not { } certificateText)
            throw new NginxRefusedException(
                $"cannot load certificate \"{certificateFile}\": BIO_new_file() failed (SSL: {Missing(certificateFile)})"
            );
        if (First(certificateText, "CERTIFICATE|TRUSTED CERTIFICATE|X509 CERTIFICATE") is not { } pem)
            throw new NginxRefusedException(
                $"cannot load certificate \"{certificateFile}\": PEM_read_bio_X509_AUX() failed (SSL: error:0480006C:PEM routines::no start line:Expecting: TRUSTED CERTIFICATE)"
            );
        if (parser.Around.Read(keyFile) is not { } keyText)
            throw new NginxRefusedException(
                $"cannot load certificate key \"{keyFile}\": BIO_new_file() failed (SSL: {Missing(keyFile)})"
            );
        if (First(keyText, "(?:RSA |EC |ENCRYPTED )?PRIVATE KEY") is not { } key)
            throw new NginxRefusedException(
                $"cannot load certificate key \"{keyFile}\": PEM_read_bio_PrivateKey() failed (SSL: error:1E08010C:DECODER routines::unsupported:No supported data to decode. Input type: PEM)"
            );
        if (!Match(pem, key))
            throw new NginxRefusedException(
                $"SSL_CTX_use_PrivateKey(\"{keyFile}\") failed (SSL: error:05800074:x509 certificate routines::key values mismatch)"
            );
    }

    private static void Authority(NginxParser parser, string file)
    {
        file = parser.Full(file);
        if (parser.Around.Read(file) is not { } text)
            throw new NginxRefusedException(
                $"SSL_CTX_load_verify_locations(\"{file}\") failed (SSL: {Missing(file)} error:05880002:x509 certificate routines::system lib)"
            );
        if (First(text, "CERTIFICATE|TRUSTED CERTIFICATE|X509 CERTIFICATE|X509 CRL") is null)
            throw new NginxRefusedException(
                $"SSL_CTX_load_verify_locations(\"{file}\") failed (SSL: error:05800088:x509 certificate routines::no certificate or crl found)"
            );
    }

    /// <summary>The first block of a kind: it begins at the left edge, or it is none.</summary>
    private static string? First(string text, string kinds) =>
        Regex.Match(text, $@"^-----BEGIN (?<kind>{kinds})-----[\s\S]*?^-----END \k<kind>-----", RegexOptions.Multiline)
            is { Success: true } match
            ? match.Value
            : null;

    /// <summary>A list in which OpenSSL knows at least one word; what it makes of others the twin does not judge.</summary>
    public static void Ciphers(NginxParser parser, NginxBlock block, NginxStatement statement)
    {
        if (!CipherWord().IsMatch(statement.Words[1]))
            throw new NginxUnjudgedException($"the cipher list {statement.Words[1]}");
    }

    private static bool Match(string certificatePem, string keyPem)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(certificatePem);
            using AsymmetricAlgorithm key = IsElliptic(keyPem) ? ECDsa.Create() : RSA.Create();
            // A key of another kind stands beside the certificate's own: nginx does not mind.
            if (certificate.PublicKey.Oid.Value != (key is RSA ? Rsa : Elliptic))
                return true;
            key.ImportFromPem(keyPem);
            return certificate
                .PublicKey.ExportSubjectPublicKeyInfo()
                .AsSpan()
                .SequenceEqual(key.ExportSubjectPublicKeyInfo());
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or ArgumentException)
        {
            throw new NginxUnjudgedException("a certificate or a key that cannot be read");
        }
    }

    private static bool IsElliptic(string keyPem)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(keyPem);
            return true;
        }
        catch (Exception other) when (other is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private const string Rsa = "1.2.840.113549.1.1.1";

    private const string Elliptic = "1.2.840.10045.2.1";

    [GeneratedRegex(
        @"(?:^|[:+ ])(?:HIGH|MEDIUM|LOW|ALL|DEFAULT|PROFILE=\w+|ECDHE|DHE|EECDH|EDH|AES|AESGCM|CHACHA20|(?:ECDHE|DHE)-[A-Z0-9-]+|AES\d+-[A-Z0-9-]+)(?:$|[:+@ ])"
    )]
    private static partial Regex CipherWord();

    [GeneratedRegex(@"^(?:off|none|builtin(?::\d+)?|shared:[^:]+:\d+[kKmM]?)$")]
    private static partial Regex Cache();
}
