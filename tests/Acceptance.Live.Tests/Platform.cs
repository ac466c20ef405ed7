// The suite runs on Linux (DESIGN 1): its tests set file modes.
[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]
