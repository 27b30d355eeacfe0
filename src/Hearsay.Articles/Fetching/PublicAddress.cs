using System.Globalization;
using System.Net;

namespace Hearsay.Articles.Fetching;

/// <summary>
/// Tells addresses of the open internet from all others: loopback, private, link-local, carrier-grade, multicast, reserved and
/// documentation ranges (IANA special-purpose registries), and IPv6 forms that carry an IPv4 address inside (mapped, 6to4,
/// Teredo, NAT64), through which the others could be reached.
/// </summary>
public static class PublicAddress
{
    private static readonly (byte[] Prefix, int Bits)[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(n => n.Split('/')).Select(n => (IPAddress.Parse(n[0]).GetAddressBytes(), int.Parse(n[1], CultureInfo.InvariantCulture))),
    ];

    /// <summary>Whether a connection to <paramref name="address"/> stays outside private networks.</summary>
    public static bool Is(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        // All unicast addresses of IPv6 that were ever given out begin with 001, which leaves out the mapped ones as well.
        if (bytes.Length == 16 && bytes[0] >> 5 != 1) return false;
        foreach (var (prefix, bits) in NotPublic) if (prefix.Length == bytes.Length && BeginsWith(bytes, prefix, bits)) return false;
        return true;
    }

    private static bool BeginsWith(byte[] address, byte[] prefix, int bits)
    {
        for (int at = 0; at < bits; at++)
            if (((address[at / 8] ^ prefix[at / 8]) & (0x80 >> (at % 8))) != 0) return false;
        return true;
    }
}
