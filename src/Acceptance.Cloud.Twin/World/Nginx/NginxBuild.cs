namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>A package of nginx.</summary>
/// <param name="Release">1.18.0</param>
/// <param name="Shown">As nginx -v names it.</param>
/// <param name="LogsToStderr">Its built-in error log is stderr: what it says before it has read its file carries the time, and no "nginx:" before it.</param>
/// <param name="Configured">What nginx -V says below the version; null where it is not known.</param>
public sealed record NginxBuild(Version Release, string Shown, bool LogsToStderr, string? Configured)
{
    /// <summary>--prefix, where a relative path of a log begins.</summary>
    public string Prefix => "/usr/share/nginx";

    /// <summary>Ubuntu 22.04, as the jumphost of the runbooks has it.</summary>
    public static NginxBuild Jammy { get; } = new(new Version(1, 18, 0), "1.18.0 (Ubuntu)", false, null);

    /// <summary>Debian 12 (captures nginx-*); its options were asked of the program.</summary>
    public static NginxBuild Bookworm { get; } =
        new(
            new Version(1, 22, 1),
            "1.22.1",
            true,
            """
            built with OpenSSL 3.0.20 7 Apr 2026
            TLS SNI support enabled
            configure arguments: --with-cc-opt='-g -O2 -ffile-prefix-map=/build/reproducible-path/nginx-1.22.1=. -fstack-protector-strong -Wformat -Werror=format-security -fPIC -Wdate-time -D_FORTIFY_SOURCE=2' --with-ld-opt='-Wl,-z,relro -Wl,-z,now -fPIC' --prefix=/usr/share/nginx --conf-path=/etc/nginx/nginx.conf --http-log-path=/var/log/nginx/access.log --error-log-path=stderr --lock-path=/var/lock/nginx.lock --pid-path=/run/nginx.pid --modules-path=/usr/lib/nginx/modules --http-client-body-temp-path=/var/lib/nginx/body --http-fastcgi-temp-path=/var/lib/nginx/fastcgi --http-proxy-temp-path=/var/lib/nginx/proxy --http-scgi-temp-path=/var/lib/nginx/scgi --http-uwsgi-temp-path=/var/lib/nginx/uwsgi --with-compat --with-debug --with-pcre-jit --with-http_ssl_module --with-http_stub_status_module --with-http_realip_module --with-http_auth_request_module --with-http_v2_module --with-http_dav_module --with-http_slice_module --with-threads --with-http_addition_module --with-http_flv_module --with-http_gunzip_module --with-http_gzip_static_module --with-http_mp4_module --with-http_random_index_module --with-http_secure_link_module --with-http_sub_module --with-mail_ssl_module --with-stream_ssl_module --with-stream_ssl_preread_module --with-stream_realip_module --with-http_geoip_module=dynamic --with-http_image_filter_module=dynamic --with-http_perl_module=dynamic --with-http_xslt_module=dynamic --with-mail=dynamic --with-stream=dynamic --with-stream_geoip_module=dynamic

            """
        );
}
