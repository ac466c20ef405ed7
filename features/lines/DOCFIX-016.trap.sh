maas list | tee ~/transcript
echo "keys in the transcript: $(grep -cE ' [^ :]+:[^ :]+:[^ :]+$' ~/transcript)"
