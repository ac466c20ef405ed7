using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.CoreServices;

public static class NginxReverseProxy
{
    public const string Id = "nginx-reverse-proxy";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "the jumphost's proxy refuses the certificate behind it, or sends a browser in a circle",
            Heading = "appendix-A, Core services: HAProxy + reverse-proxy",
            Phases = ["phase-03"],
            Rung = "vips",
            Symptom =
                "the dashboard answers at its VIP, and through the jumphost's proxy there is 502 Bad Gateway, "
                + "ERR_TOO_MANY_REDIRECTS, or an https page of an http port (wrong version number); a check that takes "
                + "any 3xx for an answer sees nothing",
            SeenBy = [ProxyServes.Check],
            FastConfirm =
                $"`curl -sS -L --max-redirs 5 -o /dev/null -D - {Victim}`, on the jumphost: 502, wrong "
                + $"version number, or Maximum (5) redirects followed",
            Shows = @"HTTP/1\.1 502|wrong version number|Maximum \(5\) redirects",
            Cause =
                "the certificate behind the VIP is for a juju-internal name, and proxy_ssl_name or "
                + "proxy_ssl_server_name does not ask for it (nginx compares an address with names alone); or the "
                + "schemes differ: the dashboard sends to https what the proxy listens to on http",
            Fix =
            [
                new(
                    $"502: `NAME=$(juju ssh -m {Model} {Dashboard}/leader hostname </dev/null | tr -d '\\r') && "
                        + $"sudo sed -i --follow-symlinks \"s|proxy_ssl_name .*;|proxy_ssl_name $NAME;|\" {ProxyFile} "
                        + $"&& sudo grep -qF \"proxy_ssl_name $NAME;\" {ProxyFile} && sudo nginx -t && sudo systemctl "
                        + $"restart nginx`, with proxy_ssl_server_name on, proxy_ssl_verify on and Vault's root in "
                        + $"proxy_ssl_trusted_certificate",
                    Mutate
                )
                {
                    Cures = ["nginx-name"],
                },
                new(
                    $"a circle, or https where it speaks http: `sudo sed -i --follow-symlinks -e "
                        + $"'/X-Forwarded-Proto/d' -e '/proxy_redirect/d' -e '/proxy_pass/a proxy_redirect https:// "
                        + $"http://;' {ProxyFile} && sudo grep -qF 'proxy_redirect https:// http://;' {ProxyFile} && "
                        + $"sudo nginx -t && sudo systemctl restart nginx`; or TLS on the proxy, too",
                    Mutate
                )
                {
                    Cures = ["nginx-scheme", "nginx-loop"],
                },
            ],
            DoNots =
            [
                "never write proxy_ssl_verify off: whoever answers is believed then",
                "never take a 301 or 302 for a page: each answer of a circle is one",
            ],
            Proof = "a browser that begins at the proxy's address ends at a page, and the proxy verifies its source",
            Faults = ["nginx-name", "nginx-scheme", "nginx-loop"],
            NearMisses =
            [
                new(
                    "behind the proxy the dashboard sends its login page to http",
                    "SECURE_PROXY_SSL_HEADER is misspelt in local_settings.py",
                    "`curl -skI -H 'X-Forwarded-Proto: https' \"https://$DASHBOARD/\" | grep -i location`, past "
                        + "the proxy: the dashboard itself says http",
                    "write proxy_redirect: it is the dashboard's setting",
                    "N110"
                ),
                new(
                    "the Container Infra panel answers 504 through the proxy, and every other page is there",
                    "the management VM is parked or just started: the conductor stalls, and the proxy's time is up",
                    $"`curl -sS -L --max-redirs 5 -o /dev/null -D - {Victim}`, on the jumphost: 200 at last",
                    "edit the proxy: try the panel again when the management API answers",
                    "ops-capi-recovery 0"
                ),
            ],
        };
}
