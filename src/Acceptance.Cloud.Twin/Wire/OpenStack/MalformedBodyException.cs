namespace Acceptance.Cloud.Twin.Wire.OpenStack;

/// <summary>The body is no JSON of the wanted kind; each service has its own words for that.</summary>
internal sealed class MalformedBodyException() : Exception("The request's body is not the JSON that this call wants.");
