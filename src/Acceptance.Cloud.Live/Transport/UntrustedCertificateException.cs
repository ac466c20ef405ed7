namespace Acceptance.Cloud.Live.Transport;

/// <summary>
/// A server's certificate that must not be believed; the sentence tells an expired one, a wrong name and an unknown
/// signer apart.
/// </summary>
internal sealed class UntrustedCertificateException(string sentence) : Exception(sentence);
