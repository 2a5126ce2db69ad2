// Generated from `node_exporter --help` of version 1.12.1.
// Write it again with: npm run generate -w @thanos-fleet/codegen

import type { GoDuration } from '../values.ts'

export interface NodeExporterFlags {
  /** Enable the arp collector (default: enabled). */
  'collector.arp'?: boolean
  /** Regexp of arp devices to exclude (mutually exclusive to device-include). */
  'collector.arp.device-exclude'?: string
  /** Regexp of arp devices to include (mutually exclusive to device-exclude). */
  'collector.arp.device-include'?: string
  /** Use netlink to gather stats instead of /proc/net/arp. */
  'collector.arp.netlink'?: boolean
  /** Enable the bcache collector (default: enabled). */
  'collector.bcache'?: boolean
  /** Expose expensive priority stats. */
  'collector.bcache.priorityStats'?: boolean
  /** Enable the bcachefs collector (default: enabled). */
  'collector.bcachefs'?: boolean
  /** Enable the bonding collector (default: enabled). */
  'collector.bonding'?: boolean
  /** Enable the btrfs collector (default: enabled). */
  'collector.btrfs'?: boolean
  /** Enable the buddyinfo collector (default: disabled). */
  'collector.buddyinfo'?: boolean
  /** Enable the cgroups collector (default: disabled). */
  'collector.cgroups'?: boolean
  /** Enable the conntrack collector (default: enabled). */
  'collector.conntrack'?: boolean
  /** Enable the cpu collector (default: enabled). */
  'collector.cpu'?: boolean
  /** Enables metric node_cpu_guest_seconds_total */
  'collector.cpu.guest'?: boolean
  /** Enables metric cpu_info */
  'collector.cpu.info'?: boolean
  /** Filter the `bugs` field in cpuInfo with a value that must be a regular expression */
  'collector.cpu.info.bugs-include'?: string
  /** Filter the `flags` field in cpuInfo with a value that must be a regular expression */
  'collector.cpu.info.flags-include'?: string
  /** Enable the cpu_vulnerabilities collector (default: disabled). */
  'collector.cpu_vulnerabilities'?: boolean
  /** Enable the cpufreq collector (default: enabled). */
  'collector.cpufreq'?: boolean
  /** Set all collectors to disabled by default. */
  'collector.disable-defaults'?: boolean
  /** Enable the diskstats collector (default: enabled). */
  'collector.diskstats'?: boolean
  /**
   * Regexp of diskstats devices to exclude (mutually exclusive to device-include).
   * Default: ^(z?ram|loop|fd|(h|s|v|xv)d[a-z]|nvme\\d+n\\d+p)\\d+$
   */
  'collector.diskstats.device-exclude'?: string
  /** Regexp of diskstats devices to include (mutually exclusive to device-exclude). */
  'collector.diskstats.device-include'?: string
  /** Enable the dmi collector (default: enabled). */
  'collector.dmi'?: boolean
  /** Enable the dmmultipath collector (default: enabled). */
  'collector.dmmultipath'?: boolean
  /** Enable the drbd collector (default: disabled). */
  'collector.drbd'?: boolean
  /** Enable the drm collector (default: disabled). */
  'collector.drm'?: boolean
  /** Enable the edac collector (default: enabled). */
  'collector.edac'?: boolean
  /** Enable the entropy collector (default: enabled). */
  'collector.entropy'?: boolean
  /** Enable the ethtool collector (default: disabled). */
  'collector.ethtool'?: boolean
  /** Regexp of ethtool devices to exclude (mutually exclusive to device-include). */
  'collector.ethtool.device-exclude'?: string
  /** Regexp of ethtool devices to include (mutually exclusive to device-exclude). */
  'collector.ethtool.device-include'?: string
  /**
   * Regexp of ethtool stats to include.
   * Default: .*
   */
  'collector.ethtool.metrics-include'?: string
  /** Enable the fibrechannel collector (default: enabled). */
  'collector.fibrechannel'?: boolean
  /** Enable the filefd collector (default: enabled). */
  'collector.filefd'?: boolean
  /** Enable the filesystem collector (default: enabled). */
  'collector.filesystem'?: boolean
  /**
   * Regexp of filesystem types to exclude for filesystem collector. (mutually exclusive to fs-types-include)
   * Default: ^(autofs|binfmt_misc|bpf|cgroup2?|configfs|debugfs|devpts|devtmpfs|fusectl|hugetlbfs|iso9660|mqueue|nsfs|overlay|proc|procfs|pstore|rpc_pipefs|securityfs|selinuxfs|squashfs|erofs|sysfs|tracefs)$
   */
  'collector.filesystem.fs-types-exclude'?: string
  /** Regexp of filesystem types to include for filesystem collector. (mutually exclusive to fs-types-exclude) */
  'collector.filesystem.fs-types-include'?: string
  /**
   * Regexp of mount points to exclude for filesystem collector. (mutually exclusive to mount-points-include)
   * Default: ^/(dev|proc|run/credentials/.+|sys|var/lib/docker/.+|var/lib/containers/storage/.+)($|/)
   */
  'collector.filesystem.mount-points-exclude'?: string
  /** Regexp of mount points to include for filesystem collector. (mutually exclusive to mount-points-exclude) */
  'collector.filesystem.mount-points-include'?: string
  /** Enable the hwmon collector (default: enabled). */
  'collector.hwmon'?: boolean
  /** Regexp of hwmon chip to exclude (mutually exclusive to device-include). */
  'collector.hwmon.chip-exclude'?: string
  /** Regexp of hwmon chip to include (mutually exclusive to device-exclude). */
  'collector.hwmon.chip-include'?: string
  /** Regexp of hwmon sensor to exclude (mutually exclusive to sensor-include). */
  'collector.hwmon.sensor-exclude'?: string
  /** Regexp of hwmon sensor to include (mutually exclusive to sensor-exclude). */
  'collector.hwmon.sensor-include'?: string
  /** Enable the infiniband collector (default: enabled). */
  'collector.infiniband'?: boolean
  /** Regexp of infiniband devices to exclude (mutually exclusive to device-include). */
  'collector.infiniband.device-exclude'?: string
  /** Regexp of infiniband devices to include (mutually exclusive to device-exclude). */
  'collector.infiniband.device-include'?: string
  /** Enable the interrupts collector (default: disabled). */
  'collector.interrupts'?: boolean
  /** Include interrupts that have a zero value */
  'collector.interrupts.include-zeros'?: boolean
  /** Regexp of interrupts name to exclude (mutually exclusive to --collector.interrupts.name-include). */
  'collector.interrupts.name-exclude'?: string
  /** Regexp of interrupts name to include (mutually exclusive to --collector.interrupts.name-exclude). */
  'collector.interrupts.name-include'?: string
  /** Enable the ipvs collector (default: enabled). */
  'collector.ipvs'?: boolean
  /**
   * Comma separated list for IPVS backend stats labels.
   * Default: local_address,local_port,remote_address,remote_port,proto,local_mark
   */
  'collector.ipvs.backend-labels'?: string
  /** Enable the kernel_hung collector (default: enabled). */
  'collector.kernel_hung'?: boolean
  /** Enable the ksmd collector (default: disabled). */
  'collector.ksmd'?: boolean
  /** Enable the lnstat collector (default: disabled). */
  'collector.lnstat'?: boolean
  /** Enable the loadavg collector (default: enabled). */
  'collector.loadavg'?: boolean
  /** Enable the logind collector (default: disabled). */
  'collector.logind'?: boolean
  /** Enable the mdadm collector (default: enabled). */
  'collector.mdadm'?: boolean
  /** Enable the meminfo collector (default: enabled). */
  'collector.meminfo'?: boolean
  /** Enable the meminfo_numa collector (default: disabled). */
  'collector.meminfo_numa'?: boolean
  /** Enable the mountstats collector (default: disabled). */
  'collector.mountstats'?: boolean
  /** Enable the netclass collector (default: enabled). */
  'collector.netclass'?: boolean
  /** Ignore devices where the speed is invalid. */
  'collector.netclass.ignore-invalid-speed'?: boolean
  /**
   * Regexp of net devices to ignore for netclass collector.
   * Default: ^$
   */
  'collector.netclass.ignored-devices'?: string
  /** Use netlink to gather stats instead of /proc/net/dev. */
  'collector.netclass.netlink'?: boolean
  /** Expose the statistics for each network device, replacing netdev collector. */
  'collector.netclass_rtnl.with-stats'?: boolean
  /** Enable the netdev collector (default: enabled). */
  'collector.netdev'?: boolean
  /** Collect address-info for every device */
  'collector.netdev.address-info'?: boolean
  /** Regexp of net devices to exclude (mutually exclusive to device-include). */
  'collector.netdev.device-exclude'?: string
  /** Regexp of net devices to include (mutually exclusive to device-exclude). */
  'collector.netdev.device-include'?: string
  /** Use (incompatible) metric names that provide more detailed stats on Linux */
  'collector.netdev.enable-detailed-metrics'?: boolean
  /** Add ifAlias label */
  'collector.netdev.label-ifalias'?: boolean
  /** Use netlink to gather stats instead of /proc/net/dev. */
  'collector.netdev.netlink'?: boolean
  /** Enable the netstat collector (default: enabled). */
  'collector.netstat'?: boolean
  /**
   * Regexp of fields to return for netstat collector.
   * Default: ^(.*_(InErrors|InErrs)|Ip_Forwarding|Ip(6|Ext)_(InOctets|OutOctets)|Icmp6?_(InMsgs|OutMsgs)|TcpExt_(Listen.*|Syncookies.*|TCPSynRetrans|TCPTimeouts|TCPOFOQueue|TCPRcvQDrop)|Tcp_(ActiveOpens|InSegs|OutSegs|OutRsts|PassiveOpens|RetransSegs|CurrEstab)|Udp6?_(InDatagrams|OutDatagrams|NoPorts|RcvbufErrors|SndbufErrors))$
   */
  'collector.netstat.fields'?: string
  /** Enable the network_route collector (default: disabled). */
  'collector.network_route'?: boolean
  /** Enable the nfs collector (default: enabled). */
  'collector.nfs'?: boolean
  /** Enable the nfsd collector (default: enabled). */
  'collector.nfsd'?: boolean
  /** Enable the ntp collector (default: disabled). */
  'collector.ntp'?: boolean
  /**
   * IP TTL to use while sending NTP query
   * Default: 1
   */
  'collector.ntp.ip-ttl'?: number
  /**
   * Offset between local clock and local ntpd time to tolerate
   * Default: 1ms
   */
  'collector.ntp.local-offset-tolerance'?: GoDuration
  /**
   * Max accumulated distance to the root
   * Default: 3.46608s
   */
  'collector.ntp.max-distance'?: GoDuration
  /**
   * NTP protocol version
   * Default: 4
   */
  'collector.ntp.protocol-version'?: number
  /**
   * NTP server to use for ntp collector
   * Default: 127.0.0.1
   */
  'collector.ntp.server'?: string
  /** Certify that collector.ntp.server address is not a public ntp server */
  'collector.ntp.server-is-local'?: boolean
  /**
   * UDP port number to connect to on NTP server
   * Default: 123
   */
  'collector.ntp.server-port'?: number
  /** Enable the nvme collector (default: enabled). */
  'collector.nvme'?: boolean
  /** Enable the nvmesubsystem collector (default: disabled). */
  'collector.nvmesubsystem'?: boolean
  /** Enable the os collector (default: enabled). */
  'collector.os'?: boolean
  /** Enable the pcidevice collector (default: disabled). */
  'collector.pcidevice'?: boolean
  /** Path to pci.ids file to use for PCI device identification. */
  'collector.pcidevice.idsfile'?: string
  /** Enable PCI device name resolution (requires pci.ids file). */
  'collector.pcidevice.names'?: boolean
  /** Enable the perf collector (default: disabled). */
  'collector.perf'?: boolean
  /** perf cache profilers that should be collected */
  'collector.perf.cache-profilers'?: readonly string[]
  /** List of CPUs from which perf metrics should be collected */
  'collector.perf.cpus'?: string
  /** disable perf cache profilers */
  'collector.perf.disable-cache-profilers'?: boolean
  /** disable perf hardware profilers */
  'collector.perf.disable-hardware-profilers'?: boolean
  /** disable perf software profilers */
  'collector.perf.disable-software-profilers'?: boolean
  /** perf hardware profilers that should be collected */
  'collector.perf.hardware-profilers'?: readonly string[]
  /** perf software profilers that should be collected */
  'collector.perf.software-profilers'?: readonly string[]
  /** perf tracepoint that should be collected */
  'collector.perf.tracepoint'?: readonly string[]
  /**
   * Regexp of power supplies to ignore for powersupplyclass collector.
   * Default: ^$
   */
  'collector.powersupply.ignored-supplies'?: string
  /** Enable the powersupplyclass collector (default: enabled). */
  'collector.powersupplyclass'?: boolean
  /** Enable the pressure collector (default: enabled). */
  'collector.pressure'?: boolean
  /** Enable the processes collector (default: disabled). */
  'collector.processes'?: boolean
  /** Enable the qdisc collector (default: disabled). */
  'collector.qdisc'?: boolean
  /** Regexp of qdisc devices to exclude (mutually exclusive to device-include). */
  'collector.qdisc.device-exclude'?: string
  /** Regexp of qdisc devices to include (mutually exclusive to device-exclude). */
  'collector.qdisc.device-include'?: string
  /** test fixtures to use for qdisc collector end-to-end testing */
  'collector.qdisc.fixtures'?: string
  /** Enable the rapl collector (default: enabled). */
  'collector.rapl'?: boolean
  /** Enables service unit metric unit_start_time_seconds */
  'collector.rapl.enable-zone-label'?: boolean
  /** Enable the runit collector (default: disabled). */
  'collector.runit'?: boolean
  /**
   * Path to runit service directory.
   * Default: /etc/service
   */
  'collector.runit.servicedir'?: string
  /** Enable the schedstat collector (default: enabled). */
  'collector.schedstat'?: boolean
  /** Enable the selinux collector (default: enabled). */
  'collector.selinux'?: boolean
  /** Enable the slabinfo collector (default: disabled). */
  'collector.slabinfo'?: boolean
  /** Regexp of slabs to exclude in slabinfo collector. */
  'collector.slabinfo.slabs-exclude'?: string
  /**
   * Regexp of slabs to include in slabinfo collector.
   * Default: .*
   */
  'collector.slabinfo.slabs-include'?: string
  /** Enable the sockstat collector (default: enabled). */
  'collector.sockstat'?: boolean
  /** Enable the softirqs collector (default: disabled). */
  'collector.softirqs'?: boolean
  /** Enable the softnet collector (default: enabled). */
  'collector.softnet'?: boolean
  /** Enable the stat collector (default: enabled). */
  'collector.stat'?: boolean
  /** Export softirq calls per vector */
  'collector.stat.softirq'?: boolean
  /** Enable the supervisord collector (default: disabled). */
  'collector.supervisord'?: boolean
  /**
   * XML RPC endpoint. ($SUPERVISORD_URL)
   * Default: http://localhost:9001/RPC2
   */
  'collector.supervisord.url'?: string
  /** Enable the swap collector (default: disabled). */
  'collector.swap'?: boolean
  /** Enable the sysctl collector (default: disabled). */
  'collector.sysctl'?: boolean
  /** Select sysctl metrics to include */
  'collector.sysctl.include'?: readonly string[]
  /** Select sysctl metrics to include as info metrics */
  'collector.sysctl.include-info'?: readonly string[]
  /** Enable the systemd collector (default: disabled). */
  'collector.systemd'?: boolean
  /** Enables service unit metric service_restart_total */
  'collector.systemd.enable-restarts-metrics'?: boolean
  /** Enables service unit metric unit_start_time_seconds */
  'collector.systemd.enable-start-time-metrics'?: boolean
  /** Enables service unit tasks metrics unit_tasks_current and unit_tasks_max */
  'collector.systemd.enable-task-metrics'?: boolean
  /**
   * Regexp of systemd units to exclude.
   * Default: .+\\.(automount|device|mount|scope|slice)
   */
  'collector.systemd.unit-exclude'?: string
  /**
   * Regexp of systemd units to include.
   * Default: .+
   */
  'collector.systemd.unit-include'?: string
  /** Enable the tapestats collector (default: enabled). */
  'collector.tapestats'?: boolean
  /**
   * Regexp of devices to ignore for tapestats.
   * Default: ^$
   */
  'collector.tapestats.ignored-devices'?: string
  /** Enable the tcpstat collector (default: disabled). */
  'collector.tcpstat'?: boolean
  /** Enable the textfile collector (default: enabled). */
  'collector.textfile'?: boolean
  /** Directory to read text files with metrics from, supports glob matching. (repeatable) */
  'collector.textfile.directory'?: readonly string[]
  /** Enable the thermal_zone collector (default: enabled). */
  'collector.thermal_zone'?: boolean
  /** Enable the time collector (default: enabled). */
  'collector.time'?: boolean
  /** Enable the timex collector (default: enabled). */
  'collector.timex'?: boolean
  /** Enable the udp_queues collector (default: enabled). */
  'collector.udp_queues'?: boolean
  /** Enable the uname collector (default: enabled). */
  'collector.uname'?: boolean
  /** Enable the vmstat collector (default: enabled). */
  'collector.vmstat'?: boolean
  /**
   * Regexp of fields to return for vmstat collector.
   * Default: ^(oom_kill|pgpg|pswp|pg.*fault).*
   */
  'collector.vmstat.fields'?: string
  /** Enable the watchdog collector (default: enabled). */
  'collector.watchdog'?: boolean
  /** Enable the wifi collector (default: disabled). */
  'collector.wifi'?: boolean
  /** test fixtures to use for wifi collector metrics */
  'collector.wifi.fixtures'?: string
  /** Enable the xfrm collector (default: disabled). */
  'collector.xfrm'?: boolean
  /** Enable the xfs collector (default: enabled). */
  'collector.xfs'?: boolean
  /** Enable the zfs collector (default: enabled). */
  'collector.zfs'?: boolean
  /** Enable the zoneinfo collector (default: disabled). */
  'collector.zoneinfo'?: boolean
  /**
   * Output format of log messages.
   * Default: logfmt
   */
  'log.format'?: 'json' | 'logfmt'
  /**
   * Only log messages with the given severity or above.
   * Default: info
   */
  'log.level'?: 'debug' | 'error' | 'info' | 'warn'
  /**
   * procfs mountpoint.
   * Default: /proc
   */
  'path.procfs'?: string
  /**
   * rootfs mountpoint.
   * Default: /
   */
  'path.rootfs'?: string
  /**
   * sysfs mountpoint.
   * Default: /sys
   */
  'path.sysfs'?: string
  /**
   * udev data path.
   * Default: /run/udev/data
   */
  'path.udev.data'?: string
  /**
   * The target number of CPUs Go will run on (GOMAXPROCS) ($GOMAXPROCS)
   * Default: 1
   */
  'runtime.gomaxprocs'?: number
  /** Path to configuration file that can enable TLS or authentication. */
  'web.config.file'?: string
  /** Exclude metrics about the exporter itself (promhttp_*, process_*, go_*). */
  'web.disable-exporter-metrics'?: boolean
  /**
   * Addresses on which to expose metrics and web interface.
   * Default: :9100
   */
  'web.listen-address'?: readonly string[]
  /**
   * Maximum number of parallel scrape requests.
   * Default: 40
   */
  'web.max-requests'?: number
  /** Use systemd socket activation listeners instead of port listeners (Linux only). */
  'web.systemd-socket'?: boolean
  /**
   * Path under which to expose metrics.
   * Default: /metrics
   */
  'web.telemetry-path'?: string
}
