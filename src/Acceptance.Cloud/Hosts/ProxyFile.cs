using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Hosts;

/// <summary>The lines of a proxy's file that say whom it passes to, and whom it believes there.</summary>
public sealed record ProxyFile(SiteProxy Proxy, Reading<ShellAnswer> Said);
