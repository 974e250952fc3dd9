using System.Collections.Frozen;

namespace Objectives.Platform.Numbers;

/// <summary>The currencies of ISO 4217 that are paid in, and how many decimals each has: its amounts are whole numbers of the last one.</summary>
public static class Currencies
{
    private static readonly FrozenDictionary<string, int> DecimalsByCode = Read(
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (2,
            "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR "
            + "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC "
            + "SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG"),
        (3, "BHD IQD JOD KWD LYD OMR TND"));

    /// <summary>Null for what is no currency.</summary>
    public static int? DecimalsOf(string code) => DecimalsByCode.TryGetValue(code, out var decimals) ? decimals : null;

    /// <summary>How many of its last decimal make one.</summary>
    public static decimal UnitsIn(string code) => DecimalsOf(code) switch { 0 => 1m, 3 => 1000m, _ => 100m };

    private static FrozenDictionary<string, int> Read(params (int Decimals, string Codes)[] groups)
        => groups.SelectMany(g => g.Codes.Split(' '), (g, code) => (code, g.Decimals)).ToFrozenDictionary(c => c.code, c => c.Decimals, StringComparer.Ordinal);
}
