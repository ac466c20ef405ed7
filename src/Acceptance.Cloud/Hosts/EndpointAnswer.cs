using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Hosts;

/// <summary>What an endpoint of the site answered, or why it did not.</summary>
public sealed record EndpointAnswer(SiteEndpoint Endpoint, Reading<HttpAnswer> Answer);
