namespace Acceptance.Cloud.Twin.Personas.Nginx;

/// <summary>nginx refuses a configuration; the message is what it says behind "[emerg]".</summary>
internal sealed class NginxRefusedException(string says) : Exception(says);
